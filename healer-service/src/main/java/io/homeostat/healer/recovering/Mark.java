package io.homeostat.healer.recovering;

/**
 * How far there was something to read on a partition when the fault was seen: who gets past it works. Immutable.
 *
 * @param topic the topic
 * @param partition the partition
 * @param stableEnd the last stable offset at that time
 */
public record Mark(String topic, int partition, long stableEnd) {}
