package io.homeostat.runtime.stream;

/**
 * Where a reading came from. Immutable.
 *
 * @param partition the partition of the stream's topic
 * @param offset its offset there
 * @param recordTimestampMillis the time stamp of its record, in milliseconds since the epoch
 */
public record Origin(int partition, long offset, long recordTimestampMillis) {}
