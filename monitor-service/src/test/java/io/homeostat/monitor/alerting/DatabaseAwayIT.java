package io.homeostat.monitor.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeostat.fixtures.KafkaProbe;
import io.homeostat.fixtures.KillableKafka;
import io.homeostat.fixtures.RealKafka;
import io.homeostat.fixtures.RealPostgres;
import io.homeostat.fixtures.StoppablePostgres;
import io.homeostat.model.Topics;
import io.homeostat.monitor.TestMonitor;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseAwayIT {

    private static final Duration BOUND = Duration.ofSeconds(60);

    @Test
    void startsWithoutItsDatabaseAndLosesNoAlertWhileThatIsAway(@TempDir Path folder) {
        try (KillableKafka broker = RealKafka.start(folder.resolve("kafka"));
                StoppablePostgres database = RealPostgres.start(folder.resolve("postgres"))) {
            database.stop();
            try (TestMonitor monitor = TestMonitor.startOn(
                            broker.bootstrapServers(),
                            folder.resolve("data"),
                            "--spring.datasource.url=" + database.url(),
                            "--spring.datasource.username=" + database.username(),
                            "--spring.datasource.password=" + database.password());
                    KafkaProbe kafka = new KafkaProbe(broker.bootstrapServers())) {
                await().atMost(BOUND).untilAsserted(() -> {
                    assertThat(monitor.get("/actuator/pipeline").body()).contains("\"state\":\"RUNNING\"");
                    assertThat(monitor.get("/api/alerts").body()).contains("The alert database does not answer");
                });
                assertThat(monitor.get("/api/alerts").statusCode()).isEqualTo(503);
                assertThat(monitor.get("/actuator/health/liveness").statusCode())
                        .isEqualTo(200);
                assertThat(monitor.get("/actuator/health").body()).contains("\"database\":{", "does not answer");

                breach(kafka, "while-away-at-start");
                database.restart();
                awaitAlert(monitor, "while-away-at-start");

                database.stop();
                await().atMost(BOUND).until(() -> monitor.get("/api/alerts").statusCode() == 503);
                breach(kafka, "while-away-later");
                kafka.readUntil(
                        Topics.ALERTS,
                        all -> all.stream().anyMatch(event -> event.value().contains("while-away-later")),
                        BOUND);
                database.restart();
                awaitAlert(monitor, "while-away-later");
            }
        }
    }

    private static void breach(KafkaProbe kafka, String sensor) {
        kafka.send("temperature", null, sensor, "{\"sensorId\":\"" + sensor + "\",\"temperature\":45}", null);
    }

    private static void awaitAlert(TestMonitor monitor, String sensor) {
        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(
                                monitor.get("/api/alerts?sensor=" + sensor).body())
                        .contains("\"state\":\"FIRING\"", "\"total\":1"));
    }
}
