package io.homeostat.producer.publishing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the producer says of its own pipeline. Immutable.
 *
 * @param state {@code STARTING}, {@code RUNNING}, {@code WAITING} for Kafka, or {@code PAUSED}
 * @param threads the lanes to Kafka
 * @param lastAcknowledgement when Kafka last acknowledged a record; {@code null}: never since the start
 * @param acknowledged how many records Kafka has acknowledged since the start
 * @param failed how many records were given up since the start
 * @param inFlight how many records wait for their acknowledgement
 */
record PipelineView(
        String state,
        List<LaneView> threads,
        @Nullable Instant lastAcknowledgement,
        long acknowledged,
        long failed,
        long inFlight) {

    PipelineView {
        threads = List.copyOf(threads);
    }

    /** A lane and its state, {@code CREATED} before its first record. */
    record LaneView(String name, String state) {}
}
