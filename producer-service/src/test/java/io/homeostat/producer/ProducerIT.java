package io.homeostat.producer;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.fixtures.KafkaProbe;
import io.homeostat.fixtures.RealKafka;
import io.homeostat.producer.ServiceClient.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

class ProducerIT {

    private static final Duration BOUND = Duration.ofSeconds(30);

    @TempDir
    static Path dataDir;

    private static ConfigurableApplicationContext service;
    private static ServiceClient client;
    private static KafkaProbe kafka;
    private static String main;

    private String stream;

    @BeforeAll
    static void start() {
        RealKafka broker = RealKafka.shared();
        kafka = broker.probe();
        main = broker.uniqueName("main");
        service = SpringApplication.run(
                ProducerServiceApplication.class,
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                "--homeostat.data-dir=" + dataDir,
                "--homeostat.streams=" + main,
                "--homeostat.chaos.enabled=true",
                "--homeostat.simulation.enabled=false");
        client = new ServiceClient(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    @AfterAll
    static void stop() {
        service.close();
        kafka.close();
    }

    @BeforeEach
    void nothingRuns() {
        client.delete("/api/simulations");
        stream = main;
    }

    private static List<ConsumerRecord<String, String>> recordsOf(String topic, String sensor) {
        return kafka.readAll(topic).stream()
                .filter(record -> sensor.equals(record.key()))
                .toList();
    }

    @Test
    void answersWhenKafkaHasWhatItAccepted() {
        Answer answer = client.post("/api/readings", "application/json", """
                [{"sensorId": "array-1", "%1$s": 37.25, "unit": "C"}, {"%1$s": "hot"}, 7,
                 {"sensorId": "array-1", "%1$s": 20}]
                """.formatted(stream));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("accepted").asInt()).isEqualTo(2);
        assertThat(answer.json().get("rejected")).hasSize(2);
        assertThat(answer.json().at("/rejected/0/index").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/rejected/0/reason").asString()).contains("hot");
        assertThat(recordsOf(stream, "array-1"))
                .extracting(ConsumerRecord::value)
                .containsExactly(
                        "{\"sensorId\": \"array-1\", \"%s\": 37.25, \"unit\": \"C\"}".formatted(stream),
                        "{\"sensorId\": \"array-1\", \"%s\": 20}".formatted(stream));
    }

    @Test
    void holdsWhoPublishesForAsLongAsOrdered() {
        Answer begun = client.post(
                "/actuator/chaos", "application/json", "{\"fault\": \"block-thread\", \"duration\": \"PT1S\"}");
        long begin = System.nanoTime();

        Answer answer = client.post("/api/readings", "application/json", "{\"%s\": 20}".formatted(stream));

        assertThat(begun.status()).isEqualTo(200);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(500));
    }

    @Test
    void hasNoStreamThreadThatCouldThrow() {
        Answer answer = client.post("/actuator/chaos", "application/json", "{\"fault\": \"thread-error\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("detail").asString())
                .isEqualTo("thread-error needs a stream thread, and this service has none, only threads that publish.");
    }

    @Test
    void takesOneReadingALine() {
        Answer answer = client.post(
                "/api/readings?stream=" + stream,
                "application/x-ndjson",
                "{\"sensorId\":\"lines-1\",\"%1$s\":1}\r\n\nnot json\n{\"sensorId\":\"lines-1\",\"%1$s\":2}"
                        .formatted(stream));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("accepted").asInt()).isEqualTo(2);
        assertThat(answer.json().at("/rejected/0/index").asInt()).isEqualTo(1);
        assertThat(recordsOf(stream, "lines-1")).hasSize(2);
    }

    @Test
    void takesNothingOfABodyThatIsNoJson() {
        Answer answer = client.post(
                "/api/readings",
                "application/json",
                "[{\"sensorId\":\"broken-1\",\"%1$s\":1},{\"%1$s\":".formatted(stream));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.json().get("detail").asString()).startsWith("the body is no JSON");
        assertThat(recordsOf(stream, "broken-1")).isEmpty();
    }

    @Test
    void refusesWhatIsTooLargeWhetherItsLengthIsToldOrNot() {
        String large = "[" + "{\"%s\":1},".formatted(stream).repeat(600_000) + "1]";

        assertThat(client.post("/api/readings", "application/json", large).status())
                .isEqualTo(413);
        assertThat(client.postChunked("/api/readings", "application/json", large)
                        .status())
                .isEqualTo(413);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(client.post("/api/readings?stream=nothing", "application/json", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(client.post("/api/readings", "application/json", "42").status())
                .isEqualTo(422);
        assertThat(client.post("/api/readings", "application/json", "").status())
                .isEqualTo(400);
        assertThat(client.post("/api/readings", "text/plain", "{}").status()).isEqualTo(415);
        assertThat(client.post("/api/readings", "application/json", "[]").status())
                .isEqualTo(202);
        assertThat(client.post("/api/readings", "application/json", "{}")
                        .json()
                        .get("accepted")
                        .asInt())
                .isZero();
    }

    @Test
    void simulatesAFleetAndTellsTheTruthAboutItsFaults() {
        Answer started = client.post(
                "/api/simulations",
                "application/json",
                "{\"scenario\": \"fleet\", \"sensors\": 3, \"rate\": 60, \"seed\": 7}");
        assertThat(started.status()).isEqualTo(201);
        String location = started.headers().firstValue("Location").orElseThrow();

        Answer fault = client.post(
                location + "/faults",
                "application/json",
                "{\"sensorId\": \"pump-1\", \"kind\": \"offset\", \"duration\": \"PT1S\", \"magnitude\": 20}");

        assertThat(fault.status()).isEqualTo(201);
        List<ConsumerRecord<String, String>> truth = kafka.readUntil(
                stream + ".truth",
                read -> read.stream().anyMatch(record -> record.value().contains("\"ended\"")),
                BOUND);
        assertThat(truth).allMatch(record -> "pump-1".equals(record.key()));
        assertThat(truth.get(0).value()).contains("\"event\":\"begun\"", "\"kind\":\"offset\"");
        assertThat(truth).hasSizeGreaterThan(10);
        assertThat(client.get("/api/simulations").json().get("total").asInt()).isEqualTo(1);
        assertThat(client.delete(location).status()).isEqualTo(204);
        assertThat(client.get(location).status()).isEqualTo(404);
    }

    @Test
    void saysWhatIsWrongWithASimulation() {
        Answer answer = client.post("/api/simulations", "application/json", "{\"sensors\": 0}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("detail").asString()).isEqualTo("sensors must be 1 to 100000, was 0");
    }

    @Test
    void replaysAnUploadAndTellsBadLines() {
        Answer started = client.post(
                "/api/replays?sensorId=upload-1",
                "text/csv",
                "timestamp,value\n2013-12-02 21:15:00,73.9\nyesterday,1\n2013-12-02 21:20:00,74\n");
        assertThat(started.status()).isEqualTo(201);

        var view = awaitEnd(started.headers().firstValue("Location").orElseThrow());

        assertThat(view.get("state").asString()).isEqualTo("COMPLETED");
        assertThat(view.get("acknowledged").asInt()).isEqualTo(2);
        assertThat(view.at("/firstBadLines/0/line").asInt()).isEqualTo(3);
        List<ConsumerRecord<String, String>> records = recordsOf(stream, "upload-1");
        assertThat(records).hasSize(2);
        assertThat(records.get(1).value()).contains("\"%s\": 74,".formatted(stream));
        assertThat(records.get(1).timestamp() - records.get(0).timestamp()).isLessThan(60_000);
    }

    @Test
    void replaysTheBundledFileAndOnesOfItsFolderOnly() throws Exception {
        Path folder = Files.createDirectories(dataDir.resolve("replays"));
        Files.writeString(folder.resolve("mine.csv"), "timestamp,value\n1700000000000,1.5\n");
        Files.writeString(dataDir.resolve("secret.csv"), "timestamp,value\n1700000000000,1.5\n");

        Answer bundled = client.post(
                "/api/replays", "application/json", "{\"bundled\": \"seattle\", \"sensorId\": \"seattle\"}");
        Answer mine = client.post("/api/replays", "application/json", "{\"file\": \"mine.csv\", \"sensorId\": \"m\"}");
        Answer outside =
                client.post("/api/replays", "application/json", "{\"file\": \"../secret.csv\", \"sensorId\": \"m\"}");

        assertThat(awaitEnd(bundled.headers().firstValue("Location").orElseThrow())
                        .get("acknowledged")
                        .asInt())
                .isEqualTo(2922);
        assertThat(mine.status()).isEqualTo(201);
        assertThat(outside.status()).isEqualTo(422);
    }

    @Test
    void showsItsPipelineAndItsHealth() {
        client.post("/api/readings", "application/json", "{\"%s\": 1}".formatted(stream));

        assertThat(client.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(client.get("/actuator/health/liveness").status()).isEqualTo(200);
    }

    private static JsonNode awaitEnd(String location) {
        Awaitility.await()
                .atMost(BOUND)
                .until(() -> client.get(location).json().get("endedAt").isString());
        return client.get(location).json();
    }
}
