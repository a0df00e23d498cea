package io.homeostat.producer.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.fixtures.KafkaProbe;
import io.homeostat.fixtures.KillableKafka;
import io.homeostat.fixtures.RealKafka;
import io.homeostat.producer.ProducerServiceApplication;
import io.homeostat.producer.ServiceClient;
import io.homeostat.producer.ServiceClient.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

class BrokerAwayIT {

    private static final Duration BOUND = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private ConfigurableApplicationContext start(String bootstrapServers) {
        return SpringApplication.run(
                ProducerServiceApplication.class,
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                "--homeostat.data-dir=" + folder.resolve("service"),
                "--homeostat.simulation.enabled=false");
    }

    private static ServiceClient client(ConfigurableApplicationContext service) {
        return new ServiceClient(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    @Test
    void startsWithoutABrokerSaysSoAndConnectsWhenItComes() {
        try (KillableKafka kafka = RealKafka.start(folder.resolve("kafka"))) {
            kafka.stop();
            try (ConfigurableApplicationContext service = start(kafka.bootstrapServers())) {
                ServiceClient client = client(service);
                assertThat(client.get("/actuator/health/readiness").status()).isEqualTo(503);
                assertThat(client.get("/actuator/health/liveness").status()).isEqualTo(200);
                Instant asked = Instant.now();
                Answer refused = client.post("/api/readings", "application/json", "{\"temperature\": 1}");
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).isPresent();
                assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(12));

                kafka.restart();

                Awaitility.await()
                        .atMost(BOUND)
                        .until(() -> client.get("/actuator/health/readiness").status() == 200);
                Awaitility.await().atMost(BOUND).until(() -> {
                    Answer answer = client.post("/api/readings", "application/json", "{\"temperature\": 1}");
                    return answer.status() == 202;
                });
            }
        }
    }

    @Test
    void acknowledgesNothingThatKafkaDoesNotHave() throws Exception {
        try (KillableKafka kafka = RealKafka.start(folder.resolve("kafka"));
                ConfigurableApplicationContext service = start(kafka.bootstrapServers())) {
            ServiceClient client = client(service);
            Awaitility.await()
                    .atMost(BOUND)
                    .until(() -> client.post("/api/readings", "application/json", "[]")
                                    .status()
                            == 202);
            AtomicBoolean stopped = new AtomicBoolean();
            var executor = Executors.newFixedThreadPool(4);
            List<Future<Set<String>>> senders = new ArrayList<>();
            for (int sender = 0; sender < 4; sender++) {
                String prefix = "sender-" + sender + "-";
                senders.add(executor.submit(() -> sendUntil(stopped, client, prefix)));
            }
            Awaitility.await().atMost(BOUND).until(() -> acknowledged(service) > 2_000);

            kafka.kill();
            Awaitility.await()
                    .atMost(BOUND)
                    .until(() -> client.get("/actuator/health/readiness").status() == 503);
            kafka.restart();
            long before = acknowledged(service);
            Awaitility.await().atMost(BOUND).until(() -> acknowledged(service) > before + 2_000);
            stopped.set(true);

            Set<String> promised = new HashSet<>();
            for (Future<Set<String>> sender : senders) {
                promised.addAll(sender.get());
            }
            executor.shutdown();
            Set<String> kept = new HashSet<>();
            try (KafkaProbe probe = kafka.probe()) {
                probe.readAll("temperature").forEach(record -> kept.add(record.key()));
            }
            assertThat(promised).hasSizeGreaterThan(4_000);
            assertThat(kept).containsAll(promised);
        }
    }

    private static long acknowledged(ConfigurableApplicationContext service) {
        return service.getBean(BrokerContact.class).acknowledgedCount();
    }

    /** Sends requests of 20 readings, each of another sensor, and gives the sensors of those that were answered with 202. */
    private static Set<String> sendUntil(AtomicBoolean stopped, ServiceClient client, String prefix) {
        Set<String> promised = new HashSet<>();
        for (int request = 0; !stopped.get(); request++) {
            List<String> sensors = new ArrayList<>();
            StringBuilder body = new StringBuilder();
            for (int reading = 0; reading < 20; reading++) {
                String sensor = prefix + request + "-" + reading;
                sensors.add(sensor);
                body.append("{\"sensorId\":\"").append(sensor).append("\",\"temperature\":1}\n");
            }
            Answer answer = client.post("/api/readings", "application/x-ndjson", body.toString());
            if (answer.status() == 202) {
                assertThat(answer.json().get("accepted").asInt()).isEqualTo(20);
                promised.addAll(sensors);
            } else {
                assertThat(answer.status()).isEqualTo(503);
            }
        }
        return promised;
    }
}
