/** What is known of sensors as it stands on Kafka, followed by each pipeline. What follows from it is the core's to know. */
@NullMarked
package io.homeostat.runtime.sensors;

import org.jspecify.annotations.NullMarked;
