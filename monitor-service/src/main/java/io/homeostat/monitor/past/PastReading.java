package io.homeostat.monitor.past;

import io.homeostat.model.reading.Reading;

/**
 * A reading that was there before, and where it came in. Immutable.
 *
 * @param reading what was measured
 * @param partition the partition that it came in on
 * @param offset its offset there
 * @param cameAtMillis when it came, by its record's timestamp, in milliseconds since the epoch
 */
public record PastReading(Reading reading, int partition, long offset, long cameAtMillis) {}
