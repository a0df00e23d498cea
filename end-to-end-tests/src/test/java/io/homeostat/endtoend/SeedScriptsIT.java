package io.homeostat.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.fixtures.ServiceProcess;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The Python scripts that Homeostat began as still work with it, in both directions. */
class SeedScriptsIT {

    private static final int READINGS = 12;

    @Test
    void feedOurServicesAndReadOurTopic(@TempDir Path folder) throws Exception {
        RunningHomeostat homeostat = RunningHomeostat.shared();
        Instant begun = Instant.now();
        try (PythonScript monitor = PythonScript.start("monitor.py", homeostat.bootstrapServers(), folder);
                PythonScript healer = PythonScript.start("healer.py", homeostat.bootstrapServers(), folder)) {
            // A consumer without a group reads what comes after its start: ours come until both have seen one.
            await(() -> {
                homeostat.probe().send("temperature", "{\"sensorId\": \"ours\", \"temperature\": 44}");
                return monitor.printed().contains("Warning: High temperature detected!")
                        && healer.printed().contains("Adjusted Temperature: 30");
            });

            try (PythonScript producer = PythonScript.start("producer.py", homeostat.bootstrapServers(), folder)) {
                await(() -> producer.printed().size() >= READINGS);
            }
            List<Integer> theirs = theirReadings(homeostat, begun);
            long breaches = theirs.stream().filter(value -> value > 30).count();
            List<JsonNode> corrected = ofTheirs(
                    homeostat.awaitCorrections(found -> ofTheirs(found, begun).size() >= breaches), begun);

            assertThat(theirs).hasSizeGreaterThanOrEqualTo(READINGS);
            assertThat(corrected)
                    .hasSize((int) breaches)
                    .allMatch(correction -> correction.get("temperature").asDouble() == 30.0);
            long episodes = episodes(theirs);
            List<JsonNode> events = homeostat.awaitAlertEvents(found -> opened(found, begun) >= episodes);
            assertThat(opened(events, begun)).isEqualTo(episodes);
            assertThat(monitor.isRunning() && healer.isRunning()).isTrue();
        }
    }

    /** The scripts' library, as it comes, reads no batch that is compressed by lz4 or snappy. */
    @Test
    void readWhatOurProducerWrites(@TempDir Path folder) throws Exception {
        RunningHomeostat homeostat = RunningHomeostat.shared();
        try (ServiceProcess producer = homeostat
                        .command("producer-service")
                        .with("--homeostat.simulation.enabled=false")
                        .start();
                PythonScript monitor = PythonScript.start("monitor.py", homeostat.bootstrapServers(), folder)) {
            producer.awaitHttp("/actuator/health/readiness", RunningHomeostat.START_BOUND);
            HttpRequest reading = HttpRequest.newBuilder(producer.uri("/api/readings"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"sensorId\": \"by-http\", \"temperature\": 44}"))
                    .build();
            HttpClient client = HttpClient.newHttpClient();
            await(() ->
                    client.send(reading, HttpResponse.BodyHandlers.discarding()).statusCode() == 202
                            && monitor.printed().contains("Warning: High temperature detected!"));
            assertThat(monitor.isRunning()).isTrue();
        }
    }

    private static List<Integer> theirReadings(RunningHomeostat homeostat, Instant begun) {
        return homeostat.probe().readAll("temperature").stream()
                .filter(record -> record.timestamp() >= begun.toEpochMilli())
                .filter(record -> !record.value().contains("sensorId"))
                .sorted(Comparator.comparing(record -> record.timestamp()))
                .map(record ->
                        Repository.json(record.value()).get("temperature").asInt())
                .toList();
    }

    /** How often a plain loop over the readings would open an alert. */
    private static long episodes(List<Integer> readings) {
        long opened = 0;
        boolean open = false;
        for (int reading : readings) {
            if (reading > 30 && !open) {
                open = true;
                opened++;
            } else if (reading < 30) {
                open = false;
            }
        }
        return opened;
    }

    /** The seed's own healer writes to the same topic, and nothing but the value. */
    private static List<JsonNode> ofTheirs(List<JsonNode> corrections, Instant begun) {
        return corrections.stream()
                .filter(correction -> correction.has("source")
                        && "default".equals(correction.path("sensorId").asString())
                        && !Instant.parse(correction.get("timestamp").asString())
                                .isBefore(begun.minusMillis(1)))
                .toList();
    }

    private static long opened(List<JsonNode> events, Instant begun) {
        return AlertSpan.of(events, "default").stream()
                .filter(span -> !span.openedAt().isBefore(begun.minusMillis(1)))
                .count();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(condition);
    }
}
