package io.homeostat.healer.topology;

import io.homeostat.healer.recovering.guards.HealingMode;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code homeostat.healing}. Immutable.
 *
 * @param emit which readings come out on the adjusted topic
 * @param mode how much the healer may do about sick targets by itself, until that is ordered otherwise by HTTP
 */
@ConfigurationProperties("homeostat.healing")
public record HealingProperties(
        @DefaultValue("corrections") Emit emit,
        @DefaultValue("act") HealingMode mode) {

    /** Which readings come out on the adjusted topic. */
    public enum Emit {
        /** Only those that were corrected. */
        CORRECTIONS,
        /** Every reading, the good ones with flag 1. */
        ALL
    }
}
