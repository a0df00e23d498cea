package io.homeostat.runtime.stream;

import java.time.Instant;

/**
 * How far a pipeline has come on one partition, as the broker has it. Immutable.
 *
 * @param topic the topic
 * @param partition the partition
 * @param position the offset up to which everything is judged and committed
 * @param endOffset the offset up to which a {@code read_committed} reader can read
 * @param lag how many records lie between them
 * @param lastProgress when the position last moved, or there was nothing to do
 */
public record PartitionProgress(
        String topic, int partition, long position, long endOffset, long lag, Instant lastProgress) {}
