package io.homeostat.monitor.alerting;

import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.alert.AlertEventJson;
import io.homeostat.model.alert.AlertEventKind;
import io.homeostat.model.alert.AlertState;
import io.homeostat.model.alert.Severity;
import io.homeostat.model.reading.Source;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Alert events for tests. */
public final class AlertEvents {

    public static final Instant START = Instant.parse("2026-11-24T08:15:00.250Z");

    private AlertEvents() {}

    public static AlertEvent firing(String alertId, String sensorId) {
        return event(alertId, 1, AlertState.FIRING, sensorId, START);
    }

    public static AlertEvent resolved(String alertId, String sensorId) {
        return event(alertId, 2, AlertState.RESOLVED, sensorId, START);
    }

    public static AlertEvent event(String alertId, long sequence, AlertState state, String sensorId, Instant openedAt) {
        boolean over = state == AlertState.RESOLVED;
        double value = over ? 29 : 37.25;
        return new AlertEvent(
                alertId,
                sequence,
                state,
                Severity.WARNING,
                "temperature-high",
                1,
                "temperature",
                sensorId,
                AlertEventKind.STATE,
                value,
                30.0,
                over ? "29.0 is below 30.0" : "37.25 is above 30.0",
                over ? "clear" : "above-limit",
                Map.of("value", value, "limit", 30.0),
                openedAt,
                over ? openedAt.plusSeconds(60) : null,
                over ? openedAt.plusSeconds(60) : openedAt,
                new Source("temperature", 2, 91_723 + sequence));
    }

    public static String json(AlertEvent event) {
        return new String(AlertEventJson.write(event), StandardCharsets.UTF_8);
    }
}
