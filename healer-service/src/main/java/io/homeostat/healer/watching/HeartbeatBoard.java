package io.homeostat.healer.watching;

import io.homeostat.healer.signals.HeartbeatSignals;
import io.homeostat.healer.signals.ResourceSignals;
import io.homeostat.model.MessageFormatException;
import io.homeostat.model.heartbeat.Heartbeat;
import io.homeostat.model.heartbeat.HeartbeatJson;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The newest heartbeats of each service, by when they were heard here. Thread-safe. */
final class HeartbeatBoard {

    /** One service's heartbeats. */
    private static final class Track {
        private final PhiAccrual accrual = new PhiAccrual();
        private long heardMillis;
        private long pid;
        private @Nullable Heartbeat newest;
    }

    private final Map<String, Track> tracks = new ConcurrentHashMap<>();

    /** Takes note of a record; what is no heartbeat is passed over. */
    void heard(byte @Nullable [] value, long nowMillis) {
        if (value == null) {
            return;
        }
        Heartbeat heartbeat;
        try {
            heartbeat = HeartbeatJson.read(value);
        } catch (MessageFormatException e) {
            return;
        }
        Track track = tracks.computeIfAbsent(heartbeat.service(), unknown -> new Track());
        synchronized (track) {
            if (track.pid != heartbeat.pid()) {
                track.pid = heartbeat.pid();
                track.accrual.forget();
            }
            track.accrual.heard(nowMillis);
            track.heardMillis = nowMillis;
            track.newest = heartbeat;
        }
    }

    HeartbeatSignals of(String service, long nowMillis) {
        Track track = tracks.get(service);
        if (track == null) {
            return HeartbeatSignals.NONE;
        }
        synchronized (track) {
            Heartbeat newest = track.newest;
            if (newest == null) {
                return HeartbeatSignals.NONE;
            }
            return new HeartbeatSignals(
                    true,
                    nowMillis - track.heardMillis,
                    track.accrual.phi(nowMillis),
                    newest.uptimeMillis(),
                    resources(newest));
        }
    }

    private static ResourceSignals resources(Heartbeat newest) {
        Double heap = newest.heapAfterCollection();
        Long disk = newest.diskLeftBytes();
        Double files = newest.filesOpen();
        Integer waiting = newest.connectionsWaiting();
        return new ResourceSignals(
                heap == null ? Double.NaN : heap,
                newest.collectionShare(),
                disk == null ? -1 : disk,
                files == null ? Double.NaN : files,
                waiting == null ? -1 : waiting);
    }
}
