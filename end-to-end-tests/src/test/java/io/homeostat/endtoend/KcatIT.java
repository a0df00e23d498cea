package io.homeostat.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a person sees who tries Homeostat with kcat, as the README proposes. */
class KcatIT {

    private static final List<String> UNREADABLE =
            List.of("not json", "{}", "{\"temperature\":\"hot\"}", "{\"temperature\":1e999}", "[".repeat(1_000_000));

    private final RunningHomeostat homeostat = RunningHomeostat.shared();
    private final Instant begun = Instant.now();

    @Test
    void alertsAndCorrectsKeepsTheStreamGoingAndExplainsWhatItCouldNotRead(@TempDir Path folder) throws Exception {
        Kcat kcat = new Kcat(homeostat.bootstrapServers(), folder);
        long decodedBefore = homeostat.counted("homeostat_readings_decoded_total");

        kcat.send("temperature", "{\"temperature\": 45}");
        awaitStates("FIRING");
        List<JsonNode> corrections = awaitCorrections(1);
        assertThat(corrections.get(0).get("temperature").asDouble()).isEqualTo(30.0);
        assertThat(corrections.get(0).get("original").asDouble()).isEqualTo(45.0);
        assertThat(kcat.read("temperature_adjusted", "%s"))
                .anyMatch(line -> line.contains("\"temperature\":30.0") && line.contains("\"original\":45.0"));

        kcat.send("temperature", "{\"temperature\": 30}");
        awaitDecoded(decodedBefore + 2);
        kcat.send("temperature", "{\"temperature\": 29}");
        awaitStates("FIRING", "RESOLVED");

        for (String value : UNREADABLE) {
            kcat.send("temperature", value);
        }
        kcat.sendEmpty("temperature");
        kcat.sendNull("temperature");
        int letters = UNREADABLE.size() + 2;
        homeostat.probe().readAtLeast("temperature.dlq", letters, RunningHomeostat.BOUND);
        assertThat(kcat.read("temperature.dlq", "%S %h"))
                .hasSize(letters)
                .allMatch(line -> line.matches("-?\\d+ .*reason=[^,]{10,}.*"), "tells its reason")
                .allMatch(line -> line.contains("topic=temperature,") && line.matches(".*offset=\\d+.*"));

        kcat.send("temperature", "{\"temperature\": 46}");
        awaitStates("FIRING", "RESOLVED", "FIRING");
        assertThat(awaitCorrections(2)).hasSize(2);
        assertThat(homeostat.counted("homeostat_readings_rejected_total")).isEqualTo(letters);

        kcat.send("temperature", "{\"temperature\": 20}");
        awaitStates("FIRING", "RESOLVED", "FIRING", "RESOLVED");
    }

    private void awaitStates(String... states) {
        List<JsonNode> events =
                homeostat.awaitAlertEvents(found -> ours(found, "at").size() >= states.length);
        // by time, since the events of two alerts may lie on two partitions
        assertThat(ours(events, "at").stream()
                        .sorted(Comparator.comparing(event -> event.get("at").asString()))
                        .map(event -> event.get("state").asString()))
                .containsExactly(states);
    }

    private List<JsonNode> awaitCorrections(int count) {
        return ours(homeostat.awaitCorrections(found -> ours(found, "timestamp").size() >= count), "timestamp");
    }

    private void awaitDecoded(long readings) {
        Awaitility.await()
                .atMost(RunningHomeostat.BOUND)
                .until(() -> homeostat.counted("homeostat_readings_decoded_total") >= readings);
    }

    private List<JsonNode> ours(List<JsonNode> found, String timeField) {
        return found.stream()
                .filter(message -> "default".equals(message.path("sensorId").asString())
                        && !Instant.parse(message.get(timeField).asString()).isBefore(begun.minusMillis(1)))
                .toList();
    }
}
