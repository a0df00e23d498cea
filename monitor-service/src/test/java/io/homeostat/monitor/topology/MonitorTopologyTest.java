package io.homeostat.monitor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.model.StreamTopics;
import io.homeostat.model.Topics;
import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.alert.AlertEventJson;
import io.homeostat.model.alert.AlertEventKind;
import io.homeostat.model.alert.AlertState;
import io.homeostat.model.canary.CanaryAnswer;
import io.homeostat.monitor.readings.RecentReadings;
import io.homeostat.runtime.rules.RuleBook;
import io.homeostat.runtime.stream.CanaryMessage;
import io.homeostat.runtime.stream.PipelineParts;
import io.homeostat.runtime.stream.PipelinePlan;
import io.homeostat.runtime.stream.Quarantine;
import io.homeostat.runtime.stream.SeriesBudget;
import io.homeostat.runtime.stream.SeriesStores;
import io.homeostat.runtime.stream.StreamMetrics;
import io.homeostat.runtime.stream.StreamTopology;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitorTopologyTest {

    private static final StreamTopics STREAM = new StreamTopics("temperature");
    private static final Instant START = Instant.parse("2026-11-23T08:15:00Z");
    private static final String RULE = """
            {"id": "temperature-high", "version": %d, "stream": "temperature", "sensors": "*", "severity": "warning",
             "when": {"kind": "threshold", "above": %s}, "for": "%s", "clear": {"below": %s, "for": "PT0S"},
             "deleted": %s}
            """;

    @TempDir
    Path stateDir;

    private Instant now = START;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private @Nullable TopologyTestDriver driver;

    private final Quarantine quarantine = new Quarantine();

    @AfterEach
    void close() {
        if (driver != null) {
            driver.close();
        }
    }

    @Test
    void firesOnceForBreachesInARowAndResolvesWithTheClearReading() {
        start(1);
        rule(1, 30, "PT0S", false);
        read("{\"temperature\": 37.25}");
        read("{\"temperature\": 38}");
        read("{\"temperature\": 30}");
        read("{\"temperature\": 29}");

        List<AlertEvent> events = alerts();
        assertThat(events).extracting(AlertEvent::state).containsExactly(AlertState.FIRING, AlertState.RESOLVED);
        assertThat(events.get(0).reason()).isEqualTo("37.25 is above 30.0");
        assertThat(events).extracting(AlertEvent::sequence).containsExactly(1L, 2L);
    }

    @Test
    void toldLateOfABreachItFiresAndResolvesInEventTime() {
        start(1);
        rule(1, 30, "PT0S", false);
        read("{\"temperature\": 20, \"timestamp\": %d}"
                .formatted(START.plusMillis(5).toEpochMilli()));
        read("{\"temperature\": 40, \"timestamp\": %d}".formatted(START.toEpochMilli()));

        List<AlertEvent> events = alerts();
        assertThat(events).extracting(AlertEvent::state).containsExactly(AlertState.FIRING, AlertState.RESOLVED);
        assertThat(events.get(1).openedAt()).isEqualTo(START);
        assertThat(events.get(1).resolvedAt()).isEqualTo(START.plusMillis(5));
    }

    @Test
    void sendsAReadingThatLiesElsewhereThroughTheDoorAndJudgesItThere() {
        start(4);
        rule(1, 30, "PT0S", false);
        String elsewhere = sensorAtHomeElsewhere(4);
        read("{\"sensorId\": \"%s\", \"temperature\": 45}".formatted(elsewhere));

        // the driver's one partition stands for all: what goes out by the door comes in by it
        List<AlertEvent> events = alerts();
        assertThat(events).hasSize(1);
        assertThat(events.get(0).sensorId()).isEqualTo(elsewhere);
        pass(Duration.ofSeconds(1));
        assertThat(registry.get("homeostat.readings.rehomed").counter().count()).isEqualTo(1);
    }

    @Test
    void writesALetterWithTheReasonForWhatCannotBeReadAndReadsOn() {
        start(1);
        rule(1, 30, "PT0S", false);
        read("not json");
        read("{\"temperature\": 45}");

        TestRecord<byte[], byte[]> letter = running()
                .createOutputTopic(STREAM.deadLetters(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecord();
        assertThat(new String(letter.value(), StandardCharsets.UTF_8)).isEqualTo("not json");
        assertThat(header(letter.headers(), "reason")).contains("JSON object");
        assertThat(header(letter.headers(), "topic")).isEqualTo("temperature");
        assertThat(header(letter.headers(), "partition")).isEqualTo("0");
        assertThat(header(letter.headers(), "offset")).isEqualTo("0");
        assertThat(alerts()).hasSize(1);
    }

    @Test
    void firesByTheClockWhenABreachHasLastedWithoutAnotherReading() {
        start(1);
        rule(1, 30, "PT10S", false);
        read("{\"temperature\": 45}");
        pass(Duration.ofSeconds(9));
        assertThat(alerts()).extracting(AlertEvent::state).containsExactly(AlertState.PENDING);
        pass(Duration.ofSeconds(2));
        assertThat(alerts()).extracting(AlertEvent::state).containsExactly(AlertState.FIRING);
    }

    @Test
    void endsAnOpenAlertWhoseRuleIsDeleted() {
        start(1);
        rule(1, 30, "PT0S", false);
        read("{\"temperature\": 45}");
        rule(2, 30, "PT0S", true);
        pass(Duration.ofSeconds(1));

        List<AlertEvent> events = alerts();
        assertThat(events).extracting(AlertEvent::state).containsExactly(AlertState.FIRING, AlertState.RESOLVED);
        assertThat(events.get(1).reasonCode()).isEqualTo("rule-gone");
        assertThat(events.get(1).event()).isEqualTo(AlertEventKind.STATE);
    }

    @Test
    void judgesWithoutStateWhatIsOverTheBudgetOfSeries() {
        start(1, 1);
        rule(1, 30, "PT0S", false);
        read("{\"sensorId\": \"first\", \"temperature\": 20}");
        read("{\"sensorId\": \"second\", \"temperature\": 45}");
        pass(Duration.ofSeconds(1));
        assertThat(alerts()).isEmpty();
        assertThat(registry.get("homeostat.readings.stateless").counter().count())
                .isEqualTo(1);
    }

    @Test
    void answersACanaryWithItsVerdictAndNothingElse() {
        start(1);
        door(new CanaryMessage(7, START.toEpochMilli() - 40, 1).bytes());

        assertThat(output(Topics.CANARY))
                .map(CanaryAnswer::read)
                .containsExactly(new CanaryAnswer("homeostat-monitor-temperature", 0, 7, true, 40));
        assertThat(alerts()).isEmpty();
        assertThat(output(STREAM.deadLetters())).isEmpty();
        assertThat(registry.get("homeostat.readings.decoded").counter().count()).isZero();
    }

    @Test
    void putsARecordInQuarantineAmongTheDeadLettersAndGoesOn() {
        start(1);
        rule(1, 30, "PT0S", false);
        quarantine.add("temperature", 0, 0);
        read("{\"sensorId\": \"poison\", \"temperature\": 45}");
        read("{\"sensorId\": \"good\", \"temperature\": 46}");

        assertThat(output(STREAM.deadLetters())).hasSize(1);
        assertThat(alerts()).extracting(AlertEvent::sensorId).containsExactly("good");
    }

    private void start(int partitions) {
        start(partitions, 100);
    }

    private void start(int partitions, int seriesMax) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "monitor-topology-test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        MonitorLimits limits = new MonitorLimits(Duration.ofSeconds(10), Duration.ofDays(7));
        MonitorPipeline pipeline = new MonitorPipeline(limits, new RecentReadings(10), () -> now);
        PipelinePlan plan = new PipelinePlan(STREAM, "monitor", partitions, pipeline.outputs(STREAM));
        Topology topology = new Topology();
        StreamTopology.addTo(
                topology,
                pipeline,
                plan,
                new PipelineParts(
                        new RuleBook(),
                        new SeriesStores(new SeriesBudget(seriesMax)),
                        new StreamMetrics(registry, STREAM.stream(), () -> now.toEpochMilli()),
                        quarantine,
                        partition -> () -> true));
        driver = new TopologyTestDriver(topology, settings, now);
    }

    private void pass(Duration time) {
        now = now.plus(time);
        running().advanceWallClockTime(time);
    }

    private TopologyTestDriver running() {
        if (driver == null) {
            throw new IllegalStateException("start first");
        }
        return driver;
    }

    private void rule(int version, int limit, String holdFor, boolean deleted) {
        running()
                .createInputTopic(Topics.RULES, new StringSerializer(), new StringSerializer())
                .pipeInput("temperature-high", RULE.formatted(version, limit, holdFor, limit, deleted));
        pass(Duration.ofSeconds(1));
    }

    private void read(String json) {
        TestInputTopic<byte[], byte[]> topic =
                running().createInputTopic(STREAM.readings(), new ByteArraySerializer(), new ByteArraySerializer());
        topic.pipeInput(new TestRecord<>(null, json.getBytes(StandardCharsets.UTF_8), START));
    }

    private void door(byte[] message) {
        running()
                .createInputTopic(
                        "homeostat-monitor-temperature-door", new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(null, message, START));
    }

    private List<byte[]> output(String topic) {
        return running()
                .createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readValuesToList();
    }

    private List<AlertEvent> alerts() {
        return running()
                .createOutputTopic(Topics.ALERTS, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readValuesToList()
                .stream()
                .map(AlertEventJson::read)
                .toList();
    }

    private static String sensorAtHomeElsewhere(int partitions) {
        return IntStream.range(0, 100)
                .mapToObj(number -> "sensor-" + number)
                .filter(id -> BuiltInPartitioner.partitionForKey(id.getBytes(StandardCharsets.UTF_8), partitions) != 0)
                .findFirst()
                .orElseThrow();
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
