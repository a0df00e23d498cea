package io.homeostat.producer.replay;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A replay as the HTTP interface shows it. Immutable.
 *
 * @param source the recording's name
 * @param speed how much faster than recorded; 0: as fast as possible
 * @param state {@code PREPARING}, {@code RUNNING}, {@code COMPLETED}, {@code CANCELLED} or {@code FAILED}
 * @param reason why it failed, else {@code null}
 * @param readings how many readings the recording has; 0 while it is {@code PREPARING}
 * @param sent how many were handed to Kafka
 * @param acknowledged how many of these Kafka has
 * @param failed how many were given up
 * @param badLines how many lines could not be read
 * @param firstBadLines the first of these, each with its line number and what is wrong
 * @param progress the part that was sent, 0 to 1
 * @param readingsPerSecond the mean rate since the start
 * @param eta when it is expected to end; {@code null}: it has ended, or nobody knows yet
 */
record ReplayView(
        String id,
        String source,
        String stream,
        String sensorId,
        double speed,
        String shift,
        String state,
        @Nullable String reason,
        long readings,
        long sent,
        long acknowledged,
        long failed,
        long badLines,
        List<Row.BadLine> firstBadLines,
        double progress,
        double readingsPerSecond,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant eta) {

    ReplayView {
        firstBadLines = List.copyOf(firstBadLines);
    }
}
