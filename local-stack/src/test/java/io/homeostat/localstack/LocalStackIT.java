package io.homeostat.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeostat.fixtures.HttpProbe;
import io.homeostat.fixtures.KafkaProbe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackIT {

    private static final Duration BOUND = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void bringsBackWhatIsKilledAndRestartsForTheHealerAlone() throws IOException {
        try (RunningStack stack = new RunningStack(folder).awaitRunning()) {
            assertThat(HttpProbe.get(stack.process().uri("/"))).contains("Open the dashboard");
            assertThat(HttpProbe.get(stack.process().uri("/api/incidents")))
                    .as("what the stand-in for the healer answers")
                    .contains("The healer does not answer: its answer is no JSON object.");

            stack.handle("monitor").destroyForcibly();
            await().atMost(BOUND).until(() -> stack.isUpAgain("monitor"));
            assertThat(stack.view("monitor").get("lastExitCode").asInt()).isEqualTo(137);

            assertThat(stack.monitorsToken()).isEmpty();
            assertThat(stack.restart("producer", "").statusCode()).isEqualTo(401);
            assertThat(stack.restart("nobody", stack.healersToken()).statusCode())
                    .isEqualTo(404);
            assertThat(stack.view("producer").get("restarts").asInt()).isZero();

            assertThat(stack.restart("producer", stack.healersToken()).statusCode())
                    .isEqualTo(202);
            await().atMost(BOUND).until(() -> stack.isUpAgain("producer"));
        }
    }

    @Test
    void keepsItsDataAndEndsInOrder() throws IOException {
        try (RunningStack stack = new RunningStack(folder).awaitRunning();
                KafkaProbe kafka = stack.kafka()) {
            kafka.createTopic("kept", 1);
            kafka.send("kept", "before");

            stack.process().stop();

            assertThat(stack.process().log())
                    .containsSubsequence(
                            "producer-service stopped",
                            "monitor-service stopped",
                            "healer-service stopped",
                            "Kafka stopped");
        }
        try (RunningStack stack = new RunningStack(folder).awaitRunning();
                KafkaProbe kafka = stack.kafka()) {
            assertThat(kafka.readAll("kept")).extracting(ConsumerRecord::value).containsExactly("before");
        }
    }

    @Test
    void leavesNothingBehindWhenItIsKilled() throws IOException {
        try (RunningStack stack = new RunningStack(folder).awaitRunning()) {
            List<ProcessHandle> children = stack.children();
            assertThat(children).hasSize(4);

            stack.process().kill();

            await().atMost(Duration.ofSeconds(10)).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        }
    }
}
