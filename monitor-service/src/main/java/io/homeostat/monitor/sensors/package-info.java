/** What is known of sensors, by HTTP: each change is written to Kafka in one transaction and never over another's. */
@NullMarked
package io.homeostat.monitor.sensors;

import org.jspecify.annotations.NullMarked;
