package io.homeostat.model.heartbeat;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One sign of life of a service, as it stands on the topic {@code heartbeats}, with what its process has left. Immutable.
 *
 * @param instance the instance's name, the record's key
 * @param service the service's name, such as {@code monitor-service}
 * @param at when it was sent, by the sender's clock: for people, nobody measures with it
 * @param pid the process's number
 * @param uptimeMillis how long the process has run
 * @param heapAfterCollection share of the heap that stayed in use after the last collection, 0 to 1; {@code null} before
 *     the first
 * @param collectionShare share of the time since the last heartbeat that went into garbage collection, 0 to 1
 * @param diskLeftBytes free bytes where the service keeps its data; {@code null} if that cannot be told
 * @param filesOpen share of the allowed file handles that are open, 0 to 1; {@code null} where the system does not say
 * @param connectionsWaiting how many threads wait for a database connection; {@code null} without a database
 */
public record Heartbeat(
        String instance,
        String service,
        Instant at,
        long pid,
        long uptimeMillis,
        @Nullable Double heapAfterCollection,
        double collectionShare,
        @Nullable Long diskLeftBytes,
        @Nullable Double filesOpen,
        @Nullable Integer connectionsWaiting) {

    public Heartbeat {
        Objects.requireNonNull(instance, "instance");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(at, "at");
    }
}
