package io.homeostat.localstack.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.localstack.processes.ChildPlan;
import io.homeostat.localstack.processes.PortCheck.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StackPlanTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void pretendTheJars() throws IOException {
        for (String module : List.of("producer-service", "monitor-service", "healer-service")) {
            Files.createFile(folder.resolve(module + ".jar"));
        }
    }

    @Test
    void hasTheDocumentedPortsUnlessToldOtherwise() {
        assertThat(plan(Map.of()).ports())
                .extracting(Wanted::option, Wanted::port)
                .map(Object::toString)
                .containsExactly(
                        "(\"server.port\", 8080)",
                        "(\"homeostat.kafka-port\", 9092)",
                        "(\"homeostat.producer-port\", 8081)",
                        "(\"homeostat.monitor-port\", 8082)",
                        "(\"homeostat.healer-port\", 8083)");
    }

    @Test
    void tellsEachServiceItsPortKafkaAndThatItIsSupervised() {
        ChildPlan monitor = plan(Map.of("homeostat.monitor-port", "18082", "homeostat.kafka-port", "19092"))
                .services()
                .get(1);

        assertThat(monitor.command())
                .contains("--server.port=18082")
                .contains("--spring.kafka.bootstrap-servers=localhost:19092")
                .contains("--homeostat.supervised=true")
                .contains("--homeostat.data-dir=" + folder.resolve("data"));
    }

    @Test
    void letsAServiceEndThatRunsOutOfMemoryWhateverItsOtherOptionsAre() {
        assertThat(plan(Map.of("homeostat.service-jvm-options", "-Xmx1g")).services())
                .allSatisfy(service -> assertThat(service.command())
                        .containsSubsequence("-XX:+ExitOnOutOfMemoryError", "-Xmx1g", "-jar"));
    }

    @Test
    void handsTheTokenToTheHealerAloneAndNotByACommandLine() {
        List<ChildPlan> services = plan(Map.of()).services();

        assertThat(services.get(0).environment()).isEmpty();
        assertThat(services.get(1).environment()).isEmpty();
        String token = services.get(2).environment().get(StackPlan.SUPERVISOR_TOKEN);
        assertThat(token).isNotBlank();
        assertThat(services)
                .allSatisfy(service -> assertThat(service.command()).noneMatch(argument -> argument.contains(token)));
    }

    @Test
    void endsWhoWritesBeforeWhoReads() {
        assertThat(plan(Map.of()).services())
                .extracting(ChildPlan::name)
                .containsExactly("producer", "monitor", "healer");
    }

    @Test
    void simulatesAFleetAndReplaysUnlessToldOtherwise() {
        assertThat(plan(Map.of()).services().get(0).command())
                .contains("--homeostat.simulation.scenario=fleet", "--homeostat.replay.bundled=true");
        assertThat(plan(Map.of("homeostat.producer-arguments", "--homeostat.simulation.enabled=false"))
                        .services()
                        .get(0)
                        .command())
                .contains("--homeostat.simulation.enabled=false")
                .doesNotContain("--homeostat.replay.bundled=true");
    }

    @Test
    void saysOnlyOnceWhatTheUserSaysOtherwise() {
        Map<String, String> proxy =
                Map.of("homeostat.healer-arguments", "--homeostat.targets.monitor.url=http://localhost:7000");

        assertThat(plan(proxy).services().get(2).command())
                .filteredOn(argument -> argument.startsWith("--homeostat.targets.monitor.url="))
                .containsExactly("--homeostat.targets.monitor.url=http://localhost:7000");
        assertThat(plan(Map.of("homeostat.monitor-arguments", "--homeostat.data-dir=/elsewhere"))
                        .services()
                        .get(1)
                        .command())
                .contains("--homeostat.data-dir=/elsewhere")
                .doesNotContain("--homeostat.data-dir=" + folder.resolve("data"));
    }

    private StackPlan plan(Map<String, String> settings) {
        Binder binder = new Binder(
                new MapConfigurationPropertySource(settings),
                new MapConfigurationPropertySource(
                        Map.of("homeostat.data-dir", folder.resolve("data").toString())));
        LocalStackProperties properties = binder.bindOrCreate("homeostat", LocalStackProperties.class);
        return new StackPlan(properties, folder.resolve("local-stack.jar"), SupervisorAccess.create(8080));
    }
}
