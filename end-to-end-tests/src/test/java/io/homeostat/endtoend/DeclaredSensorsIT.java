package io.homeostat.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.fixtures.HttpProbe;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is known of a sensor beside its readings, in the monitor and the healer alike. */
class DeclaredSensorsIT {

    private final RunningHomeostat homeostat = RunningHomeostat.shared();

    @Test
    void missesASensorThatWasDeclaredAndNeverSpoke() throws Exception {
        assertThat(send("POST", "/api/rules", """
                {"id": "declared-silent", "sensors": "declared-silent-*", "when": {"kind": "missing", "duration": "PT1S"}}
                """)).isEqualTo(201);
        assertThat(send("PUT", "/api/sensors/temperature/declared-silent-1", "{\"expectedInterval\": \"PT1S\"}"))
                .isEqualTo(201);

        JsonNode firing = first(homeostat.awaitAlertEvents(
                events -> !of(events, "declared-silent-1").isEmpty()));
        assertThat(firing.path("state").asString()).isEqualTo("FIRING");
        assertThat(firing.path("ruleId").asString()).isEqualTo("declared-silent");
        assertThat(firing.path("source").isNull()).isTrue();

        homeostat.probe().send("temperature", "{\"sensorId\": \"declared-silent-1\", \"temperature\": 20}");
        homeostat.awaitAlertEvents(events -> of(events, "declared-silent-1").stream()
                .anyMatch(event -> event.path("state").asString().equals("RESOLVED")));
    }

    @Test
    void failsWhatASensorCannotHaveMeasuredAndLeavesAGap() throws Exception {
        assertThat(send(
                        "PUT",
                        "/api/sensors/temperature/declared-ranged-1",
                        "{\"physicalRange\": {\"min\": -40, \"max\": 125}}"))
                .isEqualTo(201);

        // the monitor and the healer each take it within two seconds: until then the reading is clamped to 30
        JsonNode correction = null;
        for (int i = 0; correction == null && i < 100; i++) {
            int sent = i + 1;
            homeostat.probe().send("temperature", "{\"sensorId\": \"declared-ranged-1\", \"temperature\": 126}");
            List<JsonNode> corrections = of(
                    homeostat.awaitCorrections(
                            all -> of(all, "declared-ranged-1").size() >= sent),
                    "declared-ranged-1");
            correction = corrections.stream()
                    .filter(one -> one.path("temperature").isNull())
                    .findFirst()
                    .orElse(null);
        }
        assertThat(correction).isNotNull();
        assertThat(correction.path("flag").asInt()).isEqualTo(4);
        assertThat(correction.path("method").asString()).isEqualTo("none");
        assertThat(correction.path("original").asDouble()).isEqualTo(126);
        assertThat(correction.path("rules").toString()).contains("homeostat-physical-range");
        assertThat(correction.path("reason").asString())
                .isEqualTo("126.0 is above the sensor's physical limit of 125.0");

        homeostat.awaitAlertEvents(events -> of(events, "declared-ranged-1").stream()
                .anyMatch(event -> event.path("ruleId").asString().equals("homeostat-physical-range")
                        && event.path("severity").asString().equals("critical")));
    }

    private int send(String method, String path, String body) throws IOException {
        HttpResponse<String> answer =
                HttpProbe.send(HttpRequest.newBuilder(homeostat.monitor().uri(path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build());
        return answer.statusCode();
    }

    private static JsonNode first(List<JsonNode> events) {
        return of(events, "declared-silent-1").get(0);
    }

    private static List<JsonNode> of(List<JsonNode> records, String sensor) {
        return records.stream()
                .filter(one -> one.path("sensorId").asString().equals(sensor))
                .toList();
    }
}
