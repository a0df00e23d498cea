package io.homeostat.monitor.live;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The bounds on clients of the live feed, each of which costs a connection and a thread. Immutable.
 *
 * @param clientsMax the most clients in all
 * @param clientsPerAddressMax the most clients from one address
 */
@Validated
@ConfigurationProperties("homeostat.events")
public record LiveProperties(
        @DefaultValue("100") @Min(1) int clientsMax,
        @DefaultValue("20") @Min(1) int clientsPerAddressMax) {}
