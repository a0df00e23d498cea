package io.homeostat.monitor.readings;

import io.homeostat.runtime.settings.RefusedSettingException;
import jakarta.validation.constraints.Min;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What charts are drawn within. Immutable.
 *
 * @param seriesMax the most series whose readings are kept for a chart, at most 12 KiB each
 * @param units each stream's unit, such as {@code hPa}, at most 16 characters; {@code temperature} is in °C unless it
 *     is given another, or an empty one
 */
@Validated
@ConfigurationProperties("homeostat.charts")
public record ChartProperties(
        @DefaultValue("5000") @Min(0) int seriesMax,
        @DefaultValue Map<String, String> units) {

    private static final int LONGEST_UNIT = 16;

    public ChartProperties {
        Map<String, String> all = new HashMap<>(Map.of("temperature", "°C"));
        units.forEach((stream, unit) -> {
            if (unit.length() > LONGEST_UNIT) {
                throw RefusedSettingException.of(
                        "homeostat.charts.units." + stream,
                        "at most " + LONGEST_UNIT + " characters",
                        '"' + unit + '"');
            }
            all.put(stream, unit.strip());
        });
        units = Map.copyOf(all);
    }

    /** The unit of a stream's values; {@code null} if none is known. */
    public @Nullable String unitOf(String stream) {
        String unit = units.getOrDefault(stream, "");
        return unit.isEmpty() ? null : unit;
    }
}
