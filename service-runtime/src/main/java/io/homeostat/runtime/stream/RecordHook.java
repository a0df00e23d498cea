package io.homeostat.runtime.stream;

/**
 * Something that is done before each record is handled, in the thread that handles it, and that may throw. For the
 * injection of faults alone: an ordinary service has none, and a test for {@code null} is all that it pays. Thread-safe.
 */
@FunctionalInterface
public interface RecordHook {

    /** A record is about to be handled, be it a reading or a canary. */
    void beforeRecord();

    /** The same, for one who asks which record it is. */
    default void beforeRecord(String topic, int partition, long offset) {
        beforeRecord();
    }
}
