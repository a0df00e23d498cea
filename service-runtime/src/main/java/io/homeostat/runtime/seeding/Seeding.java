package io.homeostat.runtime.seeding;

/** What must have been written before a pipeline begins. Thread-safe. */
@FunctionalInterface
public interface Seeding {

    /**
     * Sees to it that it is there; blocks for the broker's answers.
     *
     * @throws org.apache.kafka.common.KafkaException if the broker did not answer, or another service was quicker: try
     *     again
     */
    void ensureSeeded();
}
