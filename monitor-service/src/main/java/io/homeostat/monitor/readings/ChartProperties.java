package io.homeostat.monitor.readings;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The bounds on charts. Immutable.
 *
 * @param seriesMax the most series whose readings are kept for a chart, at most 12 KiB each
 */
@Validated
@ConfigurationProperties("homeostat.charts")
public record ChartProperties(@DefaultValue("5000") @Min(0) int seriesMax) {}
