package io.homeostat.monitor.machinery;

import io.homeostat.model.heartbeat.Heartbeat;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Who was heard before this monitor began to listen. Not thread-safe. */
final class KnownHeartbeats {

    /** Who was silent for so long when others were last heard has been gone for good. */
    static final Duration REMEMBERED = Duration.ofDays(1);

    private record Known(String service, String place, long recordMillis) {}

    private final Map<String, Known> instances = new HashMap<>();
    private long newestMillis = Long.MIN_VALUE;

    /**
     * Takes a heartbeat from the topic.
     *
     * @param place where it stands there
     * @param recordMillis when it was written, by Kafka's time stamp
     */
    void add(Heartbeat heartbeat, String place, long recordMillis) {
        instances.put(heartbeat.instance(), new Known(heartbeat.service(), place, recordMillis));
        newestMillis = Math.max(newestMillis, recordMillis);
    }

    void remove(String instance) {
        instances.remove(instance);
    }

    /** Lets them be expected. */
    void tell(SignsOfLife signs) {
        instances.forEach((instance, known) -> {
            if (newestMillis - known.recordMillis() <= REMEMBERED.toMillis()) {
                signs.expect(known.service(), instance, known.place());
            }
        });
    }
}
