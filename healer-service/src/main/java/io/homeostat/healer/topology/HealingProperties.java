package io.homeostat.healer.topology;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code homeostat.healing}. Immutable.
 *
 * @param emit which readings come out on the adjusted topic
 */
@ConfigurationProperties("homeostat.healing")
record HealingProperties(@DefaultValue("corrections") Emit emit) {

    /** Which readings come out on the adjusted topic. */
    enum Emit {
        /** Only those that were corrected. */
        CORRECTIONS,
        /** Every reading, the good ones with flag 1. */
        ALL
    }
}
