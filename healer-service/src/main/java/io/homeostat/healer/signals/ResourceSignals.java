package io.homeostat.healer.signals;

/**
 * How much of its bounded resources a process has left. Immutable; what is not known is NaN or -1.
 *
 * @param heapAfterCollection share of the heap that stayed in use after the last collection, 0 to 1
 * @param collectionShare share of the last ten seconds that went into garbage collection, 0 to 1
 * @param diskLeftBytes free where its state lies
 * @param filesOpen share of the allowed file handles that are in use, 0 to 1
 * @param connectionsWaiting how many threads wait for a database connection
 */
public record ResourceSignals(
        double heapAfterCollection,
        double collectionShare,
        long diskLeftBytes,
        double filesOpen,
        int connectionsWaiting) {

    /** Nothing is known. */
    public static final ResourceSignals UNKNOWN = new ResourceSignals(Double.NaN, Double.NaN, -1, Double.NaN, -1);
}
