package io.homeostat.runtime.watchdog;

import io.homeostat.runtime.settings.Allowed;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the watchdog. Immutable.
 *
 * @param enabled whether it ends the process
 * @param stall how long a pipeline may stand still, or have failed, while Kafka answers: long enough for the healer, which
 *     knows more, to come first
 */
@ConfigurationProperties("homeostat.watchdog")
record WatchdogProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("PT45S") Duration stall) {

    private static final Duration LONGEST = Duration.ofDays(1);

    WatchdogProperties {
        Allowed.positive("homeostat.watchdog.stall", stall, LONGEST);
    }
}
