package io.homeostat.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeostat.fixtures.KafkaProbe;
import io.homeostat.fixtures.KillableKafka;
import io.homeostat.fixtures.RealKafka;
import io.homeostat.model.StreamTopics;
import io.homeostat.runtime.TestService;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.util.ReflectionTestUtils;

/** A pipeline of this process on a real broker, into which faults are injected by {@code /actuator/chaos}. */
class PipelineUnderFaultsIT {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final String[] JSON = {"Content-Type", "application/json"};

    @TempDir
    private static Path folder;

    private static KillableKafka kafka;
    private static KafkaProbe probe;
    private static TestService service;

    private double next;

    @BeforeAll
    static void startBoth() {
        kafka = RealKafka.start(folder.resolve("kafka"));
        probe = kafka.probe();
        service = TestService.start(
                Map.of(),
                CountingPipeline.class,
                "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "--homeostat.data-dir=" + folder.resolve("data"),
                "--homeostat.watchdog.enabled=false",
                // so long that nothing here goes on because a session ended
                "--spring.kafka.properties[main.consumer.session.timeout.ms]=600000",
                "--homeostat.chaos.enabled=true");
    }

    @AfterAll
    static void endBoth() {
        service.close();
        probe.close();
        kafka.close();
    }

    @BeforeEach
    void awaitRunning() {
        await().atMost(BOUND).until(() -> view().contains("\"state\":\"RUNNING\",\"reason\":null"));
        next = service.bean(CountingPipeline.class).judged().size();
    }

    @AfterEach
    void endFaults() throws Exception {
        service.delete("/actuator/chaos");
    }

    @Test
    void startsNothingBesideAThreadThatHangsAndSaysSoInTime() throws Exception {
        begin("{\"fault\": \"block-thread\"}");
        send();
        awaitStruck();

        long begun = System.nanoTime();
        HttpResponse<String> refused = order("restart");

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("Stream temperature: the old threads have not ended within 4 s; restart the process.");
        assertThat(view()).contains("\"state\":\"FAILED\",\"reason\":\"the old threads have not ended within 4 s");
        assertThat(liveThreads()).as("only the old one").isEqualTo(1);
        assertThat(order("restart").statusCode()).as("and again").isEqualTo(409);
        assertThat(order("replace-thread").statusCode()).isEqualTo(409);

        service.delete("/actuator/chaos");
        awaitJudged();
    }

    @Test
    void restartsWhatCanBeStopped() throws Exception {
        assertThat(order("restart").statusCode()).isEqualTo(200);

        send();
        awaitJudged();
    }

    @Test
    void replacesAThreadThatDiesOfAnErrorAndWaitsForTheEndOfNoSession() throws Exception {
        begin("{\"fault\": \"thread-error\"}");

        send();

        awaitJudged();
        assertThat(view()).contains("AssertionError");
    }

    @Test
    void replacesAThreadThatIsGoneWhenOrderedAndOnlyThen() throws Exception {
        assertThat(order("replace-thread").body()).contains("there is no thread to replace: 1 of 1 run");
        removeThread();
        send();

        assertThat(order("replace-thread").statusCode()).isEqualTo(200);

        awaitJudged();
    }

    @Test
    void strikesCanariesAsItStrikesReadings() throws Exception {
        begin("{\"fault\": \"slow-processing\", \"delay\": \"PT0.001S\"}");
        byte[] canary = new CanaryMessage(1, 0, 40).bytes();

        probe.send(new ProducerRecord<>(
                PipelinePlan.doorTopic("counter", new StreamTopics("temperature")), 2, new byte[0], canary));

        awaitStruck();
    }

    private void send() {
        next++;
        probe.send("temperature", "{\"temperature\": %s}".formatted(next));
    }

    private void awaitJudged() {
        await().atMost(BOUND)
                .until(() -> service.bean(CountingPipeline.class).judged().contains(next));
    }

    private static void awaitStruck() {
        await().atMost(BOUND).until(() -> service.get("/actuator/chaos").body().contains("\"struck\":1"));
    }

    private static void begin(String order) throws Exception {
        assertThat(service.post("/actuator/chaos", order, JSON).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> order(String action) throws Exception {
        return service.post("/actuator/pipeline", "{\"action\": \"%s\"}".formatted(action), JSON);
    }

    private static String view() throws Exception {
        return service.get("/actuator/pipeline").body();
    }

    private static long liveThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches(".*-StreamThread-[0-9]+"))
                .count();
    }

    private static void removeThread() {
        StreamPipeline<?> pipeline = service.bean(Pipelines.class).all().get(0);
        PipelineCare care = (PipelineCare) ReflectionTestUtils.getField(pipeline, "care");
        RunningStreams running =
                Objects.requireNonNull(Objects.requireNonNull(care).life()).streams();
        KafkaStreams streams = (KafkaStreams) ReflectionTestUtils.getField(running, "streams");
        assertThat(Objects.requireNonNull(streams).removeStreamThread(Duration.ofSeconds(10)))
                .isPresent();
    }
}
