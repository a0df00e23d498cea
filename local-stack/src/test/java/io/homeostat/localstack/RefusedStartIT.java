package io.homeostat.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.fixtures.FreePorts;
import io.homeostat.localstack.stub.StubJars;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedStartIT {

    @TempDir
    private Path folder;

    @Test
    void namesTheTakenPortAndTheOptionAndStartsNothing() throws Exception {
        StubJars.makeIn(folder);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String said =
                    run(2, "--homeostat.kafka-port=" + taken.getLocalPort(), "--homeostat.services-dir=" + folder);

            assertThat(said)
                    .isEqualToIgnoringNewLines(
                            "Port %d, which Kafka needs, is taken by another program; choose another with --homeostat.kafka-port=<port>."
                                    .formatted(taken.getLocalPort()));
            assertThat(folder.resolve("data/kafka")).doesNotExist();
        }
    }

    @Test
    void saysWhichJarIsMissing() throws Exception {
        String said = run(2, "--homeostat.kafka-port=" + FreePorts.next(), "--homeostat.services-dir=" + folder);

        assertThat(said)
                .startsWith("There is no producer-service.jar at " + folder.resolve("producer-service.jar") + ".")
                .hasLineCount(1);
    }

    @Test
    void namesAPortThatIsNone() throws Exception {
        StubJars.makeIn(folder);
        String said = run(1, "--homeostat.kafka-port=92000", "--homeostat.services-dir=" + folder);

        assertThat(said)
                .contains("homeostat.kafka-port must be in 1 to 65535, was 92000")
                .doesNotContain("\tat ");
    }

    @Test
    void endsIfThereIsNoKafkaAndSaysWhereToLook() throws Exception {
        StubJars.makeIn(folder);
        Files.createDirectories(folder.resolve("data"));
        Files.createFile(folder.resolve("data/kafka"));

        String said = run(3, "--homeostat.kafka-port=" + FreePorts.next(), "--homeostat.services-dir=" + folder);

        Path log = folder.resolve("data/logs/broker.log");
        assertThat(said).contains("Kafka did not come up, see " + log);
        assertThat(log).content().startsWith("Kafka did not start: ");
    }

    private String run(int exitCode, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of("target", "local-stack.jar").toString(),
                "--server.port=" + FreePorts.next(),
                "--homeostat.data-dir=" + folder.resolve("data"),
                "--homeostat.producer-port=" + FreePorts.next(),
                "--homeostat.monitor-port=" + FreePorts.next(),
                "--homeostat.healer-port=" + FreePorts.next()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(said).isEqualTo(exitCode);
            return said;
        } finally {
            process.destroyForcibly();
        }
    }
}
