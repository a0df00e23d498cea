package io.homeostat.monitor.sensors;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sensor, as it is answered: what is known of it, and what it said last. Immutable.
 *
 * @param unit its own, else its stream's; {@code null} if none is known
 * @param streamUnit that of its stream, which holds for sensors without their own; {@code null} if none is known
 * @param physicalRange {@code min} and {@code max}, of which one may be missing
 * @param declared whether something is known of it beside its readings
 * @param charted whether its readings are kept for a chart
 * @param rulesLeftOut the rules that cannot judge it, each with the reason; not there in a list
 */
record SensorView(
        String stream,
        String sensorId,
        @Nullable String unit,
        @Nullable String streamUnit,
        Map<String, String> labels,
        @Nullable Object physicalRange,
        @Nullable String expectedInterval,
        @Nullable String group,
        boolean declared,
        @Nullable Instant lastTime,
        @Nullable Double lastValue,
        boolean charted,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<LeftOut> rulesLeftOut) {

    /** A rule that cannot judge a sensor, and why. */
    record LeftOut(String ruleId, String reason) {}
}
