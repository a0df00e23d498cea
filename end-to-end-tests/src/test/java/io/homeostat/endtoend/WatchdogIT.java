package io.homeostat.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeostat.fixtures.HttpProbe;
import io.homeostat.fixtures.KafkaProbe;
import io.homeostat.fixtures.KillableKafka;
import io.homeostat.fixtures.RealKafka;
import io.homeostat.fixtures.ServiceCommand;
import io.homeostat.fixtures.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped monitor, without a healer: what a new process mends, ends it, so that a supervisor can start it again. */
class WatchdogIT {

    private static final Duration BOUND = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    private KillableKafka kafka;
    private KafkaProbe probe;
    private ServiceProcess monitor;

    @BeforeEach
    void start() throws IOException {
        kafka = RealKafka.start(Files.createDirectories(folder.resolve("kafka")));
        probe = kafka.probe();
        monitor = ServiceCommand.jar(
                        new ShippedJar("monitor-service").file(),
                        kafka.bootstrapServers(),
                        Files.createDirectories(folder.resolve("monitor")))
                .withJvmOptions("-Xmx384m", "-XX:+UseParallelGC", "-XX:+ExitOnOutOfMemoryError")
                .with("--homeostat.chaos.enabled=true", "--homeostat.watchdog.stall=PT5S")
                .start()
                .awaitReady();
    }

    @AfterEach
    void end() {
        monitor.close();
        probe.close();
        kafka.close();
    }

    @Test
    void endsAProcessWhoseThreadHangsAndLeavesOneAloneWhoseBrokerIsAway() throws Exception {
        begin("block-thread");
        probe.send("temperature", "{\"temperature\": 37}");
        await().atMost(BOUND).until(() -> chaos().contains("\"struck\":1"));

        kafka.freeze();
        assertThat(monitor.process().waitFor(30, TimeUnit.SECONDS))
                .as("nobody ends it while Kafka does not answer")
                .isFalse();
        kafka.thaw();

        assertThat(monitor.process().waitFor(BOUND.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(monitor.process().exitValue()).as(monitor.log()).isEqualTo(72);
        assertThat(monitor.log()).contains("stands still at temperature-", "although Kafka answers");

        monitor.restart().awaitReady();
        assertThat(probe.readAtLeast("alerts", 1, BOUND)).hasSize(1);
    }

    @Test
    void endsAProcessThatRunsOutOfMemory() throws Exception {
        try {
            begin("out-of-memory");
        } catch (IOException e) {
            // it was faster than its answer
        }

        assertThat(monitor.process().waitFor(BOUND.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(monitor.process().exitValue()).as(monitor.log()).isEqualTo(3);
    }

    private void begin(String fault) throws IOException {
        String order = "{\"fault\": \"%s\"}".formatted(fault);
        assertThat(HttpProbe.postJson(monitor.uri("/actuator/chaos"), order).statusCode())
                .isEqualTo(200);
    }

    private String chaos() throws IOException {
        return HttpProbe.get(monitor.uri("/actuator/chaos"));
    }
}
