package io.homeostat.runtime.stream;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The records that a pipeline is to pass over, because it died of them again and again. Thread-safe. Kept in memory only:
 * what was passed over is behind the committed position and never comes again.
 */
public final class Quarantine {

    /** A record's place. */
    private record Place(String topic, int partition, long offset) {}

    private final Set<Place> places = ConcurrentHashMap.newKeySet();

    /** Lets a record be passed over when it comes. */
    public void add(String topic, int partition, long offset) {
        places.add(new Place(topic, partition, offset));
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    boolean holds(String topic, int partition, long offset) {
        return places.contains(new Place(topic, partition, offset));
    }
}
