package io.homeostat.model.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeostat.model.MessageFormatException;
import io.homeostat.model.MessageJson;
import io.homeostat.model.reading.Source;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertEventJsonTest {

    private static final Instant AT = Instant.parse("2026-11-23T08:15:00.250Z");
    private static final String CONTRACT = """
            {"alertId": "a-1", "sequence": 1, "state": "FIRING", "severity": "warning",
             "ruleId": "temperature-high", "ruleVersion": 3, "stream": "temperature", "sensorId": "boiler-7",
             "event": "state", "value": 37.25, "limit": 30.0,
             "reason": "37.25 is above 30.0", "reasonCode": "above-limit", "reasonArgs": {"value": 37.25, "limit": 30.0},
             "openedAt": "2026-11-23T08:15:00.250Z", "resolvedAt": null, "at": "2026-11-23T08:15:00.250Z",
             "source": {"topic": "temperature", "partition": 2, "offset": 91723}}""";

    @Test
    void writesTheShapeOfTheContract() {
        assertThat(MessageJson.mapper().readTree(AlertEventJson.write(event())))
                .isEqualTo(MessageJson.mapper().readTree(CONTRACT));
    }

    @Test
    void readsTheShapeOfTheContract() {
        assertThat(AlertEventJson.read(CONTRACT.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(event());
    }

    @Test
    void keepsAnEventAboutMachineryThroughTheRoundTrip() {
        AlertEvent event = new AlertEvent(
                "a-2",
                7,
                AlertState.RESOLVED,
                Severity.CRITICAL,
                "pipeline-stopped",
                1,
                "homeostat",
                "healer",
                AlertEventKind.REVISED,
                null,
                null,
                "withdrawn: \"quoted\" ☂",
                "withdrawn",
                Map.of("target", "healer"),
                AT,
                AT.plusSeconds(1),
                AT.plusNanos(1),
                null);
        assertThat(AlertEventJson.read(AlertEventJson.write(event))).isEqualTo(event);
        assertThat(event.isWithdrawal()).isTrue();
    }

    @Test
    void passesOverFieldsThatALaterVersionAdds() {
        String later = CONTRACT.replace("\"sequence\"", "\"later\": [1], \"sequence\"");
        assertThat(AlertEventJson.read(later.getBytes(StandardCharsets.UTF_8))).isEqualTo(event());
    }

    @Test
    void saysWhatIsNoAlertEvent() {
        for (String json : new String[] {"not json", "{}", "[]", "null", CONTRACT.replace("FIRING", "BURNING")}) {
            assertThatThrownBy(() -> AlertEventJson.read(json.getBytes(StandardCharsets.UTF_8)))
                    .describedAs(json)
                    .isInstanceOf(MessageFormatException.class);
        }
    }

    private static AlertEvent event() {
        return new AlertEvent(
                "a-1",
                1,
                AlertState.FIRING,
                Severity.WARNING,
                "temperature-high",
                3,
                "temperature",
                "boiler-7",
                AlertEventKind.STATE,
                37.25,
                30.0,
                "37.25 is above 30.0",
                "above-limit",
                Map.of("value", 37.25, "limit", 30.0),
                AT,
                null,
                AT,
                new Source("temperature", 2, 91723));
    }
}
