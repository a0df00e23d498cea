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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            String said = run(2, "homeostat.healer-port", taken.getLocalPort());

            assertThat(said)
                    .isEqualToIgnoringNewLines(
                            "Port %d, which healer-service needs, is taken by another program; choose another with --homeostat.healer-port=<port>."
                                    .formatted(taken.getLocalPort()));
            assertThat(folder.resolve("data/kafka")).doesNotExist();
        }
    }

    @Test
    void saysWhichJarIsMissing() throws Exception {
        String said = run(2, "homeostat.services-dir", folder);

        assertThat(said)
                .startsWith("There is no producer-service.jar at " + folder.resolve("producer-service.jar") + ".")
                .hasLineCount(1);
    }

    @Test
    void namesAPortThatIsNone() throws Exception {
        StubJars.makeIn(folder);
        String said = run(1, "homeostat.monitor-port", 92000);

        assertThat(said)
                .contains("homeostat.monitor-port must be in 1 to 65535, was 92000")
                .doesNotContain("\tat ");
    }

    @Test
    void refusesASettingThatNobodyReadsBeforeAnythingStarts() throws Exception {
        StubJars.makeIn(folder);
        String said = run(1, "homeostat.kafka-prot", 9092);

        assertThat(said).contains("did you mean homeostat.kafka-port?").doesNotContain("Starting Kafka");
    }

    @Test
    void endsIfThereIsNoKafkaAndSaysWhereToLook() throws Exception {
        StubJars.makeIn(folder);
        Files.createDirectories(folder.resolve("data"));
        Files.createFile(folder.resolve("data/kafka"));

        String said = run(3, "homeostat.services-dir", folder);

        Path log = folder.resolve("data/logs/broker.log");
        assertThat(said).contains("Kafka did not come up, see " + log);
        assertThat(log).content().startsWith("Kafka did not start: ");
    }

    private String run(int exitCode, String option, Object value) throws IOException, InterruptedException {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("server.port", FreePorts.next());
        options.put("homeostat.kafka-port", FreePorts.next());
        options.put("homeostat.producer-port", FreePorts.next());
        options.put("homeostat.monitor-port", FreePorts.next());
        options.put("homeostat.healer-port", FreePorts.next());
        options.put("homeostat.data-dir", folder.resolve("data"));
        options.put("homeostat.services-dir", folder);
        options.put(option, value);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of("target", "local-stack.jar").toString()));
        options.forEach((name, given) -> command.add("--" + name + "=" + given));
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
