package io.homeostat.runtime.settings;

/**
 * Which instance this is among all. Immutable.
 *
 * @param name unique among the instances of all services on one Kafka: it names the member of consumer groups and the
 *     folder of the state
 */
public record ServiceInstance(String name) {}
