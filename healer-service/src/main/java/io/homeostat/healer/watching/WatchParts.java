package io.homeostat.healer.watching;

import io.homeostat.runtime.tail.TopicTail;
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
 * @param canaries who sends them
 * @param tails who hears heartbeats, and answers to canaries
 */
record WatchParts(
        Map<String, ServiceWatcher> services,
        KafkaWatcher kafka,
        SupervisorWatcher supervisor,
        ProbeTrack database,
        HeartbeatBoard heartbeats,
        Map<String, CanaryFlight> flights,
        CanarySender canaries,
        List<TopicTail> tails) {

    List<Watcher> watchers() {
        List<Watcher> all = new ArrayList<>(services.values());
        all.add(kafka);
        all.add(supervisor);
        all.add(canaries);
        return all;
    }
}
