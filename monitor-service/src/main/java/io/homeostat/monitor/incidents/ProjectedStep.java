package io.homeostat.monitor.incidents;

import io.homeostat.model.incident.IncidentEvent;

/**
 * An incident's event with where it stood on the topic. Immutable.
 *
 * @param event the event
 * @param partition the topic's partition
 * @param offset the offset in the partition
 */
record ProjectedStep(IncidentEvent event, int partition, long offset) {}
