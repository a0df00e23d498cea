/** The one way from this service to Kafka: bounded, acknowledged by all replicas, counted. */
@NullMarked
package io.homeostat.producer.publishing;

import org.jspecify.annotations.NullMarked;
