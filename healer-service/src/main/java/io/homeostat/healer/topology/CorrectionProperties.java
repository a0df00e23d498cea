package io.homeostat.healer.topology;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the corrections under {@code homeostat.healing}. Immutable.
 *
 * @param emit which readings come out on the adjusted topic
 */
@ConfigurationProperties("homeostat.healing")
public record CorrectionProperties(
        @DefaultValue("corrections") Emit emit) {

    /** Which readings come out on the adjusted topic. */
    public enum Emit {
        /** Only those that were corrected. */
        CORRECTIONS,
        /** Every reading, the good ones with flag 1. */
        ALL
    }
}
