package io.homeostat.model.reading;

/**
 * Where a reading stands on Kafka, which identifies it for ever. Immutable.
 *
 * @param topic the topic it came in on
 * @param partition the partition, from 0
 * @param offset the offset in the partition, from 0
 */
public record Source(String topic, int partition, long offset) {}
