package io.homeostat.producer.publishing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bounds on what is on its way to Kafka. Immutable.
 *
 * @param maxInFlight the most records of one lane that Kafka has not acknowledged yet; who comes after them waits
 */
@ConfigurationProperties("homeostat.publishing")
public record PublishingProperties(@DefaultValue("100000") int maxInFlight) {}
