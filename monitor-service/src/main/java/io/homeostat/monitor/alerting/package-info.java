/** Alerts as people ask for them: projected from Kafka into a database, served by HTTP and as a live feed. */
@NullMarked
package io.homeostat.monitor.alerting;

import org.jspecify.annotations.NullMarked;
