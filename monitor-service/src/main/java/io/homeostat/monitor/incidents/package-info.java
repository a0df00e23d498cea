/** Incidents as people ask for them: projected from Kafka into the database, and served by HTTP. */
@NullMarked
package io.homeostat.monitor.incidents;

import org.jspecify.annotations.NullMarked;
