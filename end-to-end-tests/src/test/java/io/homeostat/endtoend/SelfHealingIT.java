package io.homeostat.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeostat.fixtures.FreePorts;
import io.homeostat.fixtures.HttpProbe;
import io.homeostat.fixtures.ServiceCommand;
import io.homeostat.fixtures.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole stack as shipped, in which processes are stopped and killed from outside: it comes back by itself. Slow, since
 * {@code .ci/run} has a part of the fault matrix look at the same more closely.
 */
@Tag("slow")
class SelfHealingIT {

    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private final int healerPort = FreePorts.next();
    private ServiceProcess stack;

    @BeforeEach
    void start() {
        int monitorPort = FreePorts.next();
        stack = ServiceCommand.jar(new ShippedJar("local-stack").file(), "unused:1", folder)
                .withEnvironment("HOMEOSTAT_HEALING_MODE", "act")
                .with(
                        "--homeostat.kafka-port=" + FreePorts.next(),
                        "--homeostat.producer-port=" + FreePorts.next(),
                        "--homeostat.monitor-port=" + monitorPort,
                        "--homeostat.healer-port=" + healerPort)
                .start();
        stack.awaitLog("Dashboard:  http://localhost:" + monitorPort, Duration.ofMinutes(4));
        await().atMost(BOUND).until(() -> states().stream().noneMatch(state -> !state.equals("UP")));
    }

    @AfterEach
    void end() {
        stack.close();
    }

    @Test
    void bringsBackWhatHangsAndWhatIsKilledAndTouchesNothingElse() throws IOException {
        new ProcessBuilder("kill", "-STOP", String.valueOf(pid("monitor"))).start();
        JsonNode hung = awaitVerdict("monitor", 0);
        assertThat(hung.path("verdict").asString()).as(story(hung)).isEqualTo("HEALED");
        assertThat(story(hung)).contains("hung-process of monitor", "restart-process of monitor begins");

        new ProcessBuilder("kill", "-KILL", String.valueOf(pid("monitor"))).start();
        JsonNode crashed = awaitVerdict("monitor", 1);
        assertThat(crashed.path("verdict").asString()).as(story(crashed)).isEqualTo("HEALED");
        assertThat(crashed.path("kind").asString()).isEqualTo("crashed");
        assertThat(crashed.path("remedies")).as("the supervisor was nearer").isEmpty();

        for (String healthy : List.of("producer", "healer", "broker")) {
            assertThat(process(healthy).path("restarts").asInt()).as(healthy).isZero();
        }
        assertThat(incidents()).allMatch(one -> one.path("target").asString().equals("monitor"));
    }

    /** The incident of a target that began after so many of its others, once it has its verdict. */
    private JsonNode awaitVerdict(String target, int after) {
        return await().atMost(BOUND)
                .until(
                        () -> {
                            List<JsonNode> its = incidents().stream()
                                    .filter(one -> one.path("target").asString().equals(target))
                                    .toList();
                            return its.size() > after
                                    ? Optional.of(its.get(0))
                                            .filter(one -> !one.path("open").asBoolean())
                                    : Optional.<JsonNode>empty();
                        },
                        Optional::isPresent)
                .orElseThrow();
    }

    private String story(JsonNode incident) {
        JsonNode events = get(healer(
                        "/api/incidents/" + incident.path("incidentId").asString()))
                .path("events");
        StringBuilder story = new StringBuilder();
        events.forEach(event -> story.append(event.path("elapsedMillis").asLong())
                .append(' ')
                .append(event.path("sentence").asString())
                .append('\n'));
        return story.toString();
    }

    /** Newest first. */
    private List<JsonNode> incidents() {
        return get(healer("/api/incidents")).path("items").valueStream().toList();
    }

    private List<String> states() {
        return get(healer("/api/targets"))
                .path("items")
                .valueStream()
                .map(target -> target.path("state").asString())
                .toList();
    }

    private long pid(String name) {
        return process(name).path("pid").asLong();
    }

    private JsonNode process(String name) {
        return get(stack.uri("/api/processes"))
                .path("items")
                .valueStream()
                .filter(one -> one.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private URI healer(String path) {
        return URI.create("http://localhost:" + healerPort + path);
    }

    private static JsonNode get(URI uri) {
        try {
            return JSON.readTree(HttpProbe.get(uri));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
