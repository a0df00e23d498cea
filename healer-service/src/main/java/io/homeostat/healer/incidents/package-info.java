/** Incidents: on Kafka, in memory, and by HTTP. */
@NullMarked
package io.homeostat.healer.incidents;

import org.jspecify.annotations.NullMarked;
