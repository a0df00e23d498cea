package io.homeostat.monitor.alerting;

import io.homeostat.model.alert.AlertEvent;

/**
 * An alert event with where it stood on the topic. Immutable.
 *
 * @param event the event
 * @param body its JSON as it came
 * @param partition the topic's partition
 * @param offset the offset in the partition
 */
record ProjectedEvent(AlertEvent event, String body, int partition, long offset) {}
