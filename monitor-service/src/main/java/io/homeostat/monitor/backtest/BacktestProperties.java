package io.homeostat.monitor.backtest;

import io.homeostat.runtime.settings.Allowed;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bounds on backtests. Immutable.
 *
 * @param timeMax for how long one runs at most
 * @param readingsMax the most readings of one
 * @param seriesMax the most series of one, at most 16 KiB each
 * @param runningMax how many run at a time; one for each client's address
 */
@ConfigurationProperties("homeostat.backtest")
public record BacktestProperties(
        @DefaultValue("PT60S") Duration timeMax,
        @DefaultValue("20000000") long readingsMax,
        @DefaultValue("5000") int seriesMax,
        @DefaultValue("2") int runningMax) {

    private static final Duration LONGEST = Duration.ofHours(1);

    public BacktestProperties {
        Allowed.positive("homeostat.backtest.time-max", timeMax, LONGEST);
        Allowed.atLeast("homeostat.backtest.readings-max", readingsMax, 1);
        Allowed.atLeast("homeostat.backtest.series-max", seriesMax, 1);
        Allowed.atLeast("homeostat.backtest.running-max", runningMax, 1);
    }
}
