package io.homeostat.healer.watching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The sources of signals.
 *
 * @param services by target
 * @param kafka the broker and the positions
 * @param supervisor the processes
 * @param database what the services say of it
 * @param heartbeats the signs of life
 * @param flights the canaries by door
 * @param others what runs beside them: who hears heartbeats and canaries, who sends them
 */
record WatchParts(
        Map<String, ServiceWatcher> services,
        KafkaWatcher kafka,
        SupervisorWatcher supervisor,
        ProbeTrack database,
        HeartbeatBoard heartbeats,
        Map<String, CanaryFlight> flights,
        List<Watcher> others) {

    List<Watcher> all() {
        List<Watcher> all = new ArrayList<>(services.values());
        all.add(kafka);
        all.add(supervisor);
        all.addAll(others);
        return all;
    }
}
