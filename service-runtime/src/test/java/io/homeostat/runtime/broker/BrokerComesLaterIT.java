package io.homeostat.runtime.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeostat.fixtures.KafkaProbe;
import io.homeostat.fixtures.KillableKafka;
import io.homeostat.fixtures.RealKafka;
import io.homeostat.runtime.TestService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class BrokerComesLaterIT {

    private static final Duration BOUND = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void startsWithoutABrokerSaysSoAndMakesTheTopicsWhenItComes(CapturedOutput output) throws Exception {
        try (KillableKafka kafka = RealKafka.start(folder)) {
            try (KafkaProbe probe = kafka.probe()) {
                probe.createTopic("temperature", 7);
            }
            kafka.stop();
            long begun = System.nanoTime();
            try (TestService service =
                    TestService.start("--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers())) {
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
                await().atMost(BOUND).until(() -> output.getAll().contains("Kafka does not answer at"));
                assertThat(service.get("/actuator/health/readiness").statusCode())
                        .isEqualTo(503);
                assertThat(service.get("/actuator/health/liveness").statusCode())
                        .isEqualTo(200);

                kafka.restart();

                await().atMost(BOUND)
                        .until(() -> service.get("/actuator/health/readiness").statusCode() == 200);
                await().atMost(BOUND).until(() -> topics(kafka).size() == 12);
                assertThat(topics(kafka).get("temperature").partitions()).hasSize(7);
                assertThat(topics(kafka).get("alerts").partitions()).hasSize(4);
            }
        }
        assertThat(output.getAll().lines().filter(line -> line.contains("NetworkClient")))
                .isEmpty();
        assertThat(output.getAll()).doesNotContain("\tat ");
    }

    private static Map<String, TopicDescription> topics(KillableKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()))) {
            List<String> names = List.copyOf(admin.listTopics().names().get());
            return admin.describeTopics(names).allTopicNames().get();
        }
    }
}
