package io.homeostat.monitor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.model.StreamTopics;
import io.homeostat.model.Topics;
import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.alert.AlertEventJson;
import io.homeostat.model.alert.AlertState;
import io.homeostat.monitor.readings.RecentReadings;
import io.homeostat.runtime.rules.RuleBook;
import io.homeostat.runtime.stream.PipelineParts;
import io.homeostat.runtime.stream.PipelinePlan;
import io.homeostat.runtime.stream.Quarantine;
import io.homeostat.runtime.stream.SeriesBudget;
import io.homeostat.runtime.stream.SeriesStore;
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
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of sensors, in the monitor's pipeline; its task is that of partition 0 of four. */
class SensorsInTheTopologyTest {

    private static final StreamTopics STREAM = new StreamTopics("temperature");
    private static final Instant START = Instant.parse("2026-11-23T08:15:00Z");
    private static final int PARTITIONS = 4;
    private static final String DOOR = "homeostat-monitor-temperature-door";

    @TempDir
    Path stateDir;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private Instant now = START;
    private @Nullable TopologyTestDriver driver;

    @BeforeEach
    void start() {
        driver = open("state");
        rule("{\"id\": \"hot\", \"when\": {\"kind\": \"threshold\", \"above\": 30}}", "hot");
    }

    private TopologyTestDriver open(String folder) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "sensors-in-the-topology-test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.resolve(folder).toString());
        MonitorLimits limits = new MonitorLimits(Duration.ofSeconds(10), Duration.ofDays(7));
        MonitorPipeline pipeline = new MonitorPipeline(limits, new RecentReadings(10), () -> now);
        PipelinePlan plan = new PipelinePlan(STREAM, "monitor", PARTITIONS, pipeline.outputs(STREAM));
        Topology topology = new Topology();
        StreamTopology.addTo(
                topology,
                pipeline,
                plan,
                new PipelineParts(
                        new RuleBook(),
                        new SeriesStores(new SeriesBudget(100)),
                        new StreamMetrics(registry, STREAM.stream(), () -> now.toEpochMilli()),
                        new Quarantine(),
                        partition -> () -> true));
        return new TopologyTestDriver(topology, settings, now);
    }

    @AfterEach
    void close() {
        running().close();
    }

    @Test
    void sendsAReadingToTheHomeOfItsSensorsGroup() {
        String sensor = name(0, "sensor");
        String group = name(1, "group");
        sensor(sensor, "\"group\": \"%s\"".formatted(group));
        read(sensor, 45);

        // the driver, which has one partition, gives it back again and again
        assertThat(running()
                        .createOutputTopic(DOOR, new StringDeserializer(), new ByteArrayDeserializer())
                        .readKeyValuesToList())
                .hasSize(101)
                .allSatisfy(message -> assertThat(message.key).isEqualTo(group));
        assertThat(alerts()).hasSize(1);
        pass(Duration.ofSeconds(1));
        assertThat(registry.get("homeostat.readings.rehomed").counter().count()).isEqualTo(1);
    }

    @Test
    void keepsASensorWhoseFirstReadingIsTheFirstOfAll() {
        running().close();
        driver = open("new");
        String sensor = name(0, "sensor");

        read(sensor, 20);

        assertThat(running().getAllStateStores().values())
                .filteredOn(SeriesStore.class::isInstance)
                .singleElement()
                .satisfies(series ->
                        assertThat(((SeriesStore<?>) series).find(sensor)).isNotNull());
    }

    @Test
    void takesInASensorFromElsewhereWhoseGroupIsAtHomeHere() {
        String sensor = name(1, "sensor");
        sensor(sensor, "\"group\": \"%s\"".formatted(name(0, "group")));
        read(sensor, 45);
        assertThat(alerts()).extracting(AlertEvent::sensorId).containsExactly(sensor);
    }

    @Test
    void endsWhatIsOpenOfASensorThatMovesAndForgetsIt() {
        String sensor = name(0, "sensor");
        read(sensor, 45);
        sensor(sensor, "\"group\": \"%s\"".formatted(name(1, "group")));

        List<AlertEvent> events = alerts();
        assertThat(events).extracting(AlertEvent::state).containsExactly(AlertState.FIRING, AlertState.RESOLVED);
        assertThat(events.get(1).reasonCode()).isEqualTo("sensor-moved");

        sensor(sensor, "\"group\": \"%s\"".formatted(name(0, "group")));
        read(sensor, 46);
        List<AlertEvent> back = alerts();
        assertThat(back).extracting(AlertEvent::sequence).containsExactly(1L);
        assertThat(back.get(0).alertId()).isNotEqualTo(events.get(0).alertId());
    }

    @Test
    void failsAReadingOutsideThePhysicalRange() {
        String sensor = name(0, "sensor");
        sensor(sensor, "\"physicalRange\": {\"min\": -40}");
        read(sensor, -41);
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.ruleId()).isEqualTo("homeostat-physical-range");
            assertThat(alert.severity().label()).isEqualTo("critical");
        });
    }

    @Test
    void missesADeclaredSensorThatNeverSpoke() {
        rule("{\"id\": \"silent\", \"when\": {\"kind\": \"missing\", \"duration\": \"PT1M\"}}", "silent");
        String sensor = name(0, "sensor");
        sensor(name(1, "other"), "\"expectedInterval\": \"PT10S\"");
        sensor(sensor, "\"expectedInterval\": \"PT10S\"");
        pass(Duration.ofSeconds(60));
        assertThat(alerts()).isEmpty();
        pass(Duration.ofSeconds(15));
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.sensorId()).isEqualTo(sensor);
            assertThat(alert.openedAt()).isEqualTo(START.plusSeconds(63));
        });

        forget(sensor);
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.state()).isEqualTo(AlertState.RESOLVED);
            assertThat(alert.reasonCode()).isEqualTo("sensor-forgotten");
        });
    }

    @Test
    void comparesASensorWithTheOthersOfItsGroup() {
        rule("{\"id\": \"unlike\", \"when\": {\"kind\": \"deviation\", \"above\": 2, \"quorum\": 2}}", "unlike");
        String group = "\"group\": \"%s\"".formatted(name(0, "group"));
        for (int i = 0; i < 3; i++) {
            sensor("boiler-" + i, group);
        }
        read("boiler-0", 20);
        read("boiler-1", 20.5);
        read("boiler-2", 22.75);
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.ruleId()).isEqualTo("unlike");
            assertThat(alert.sensorId()).isEqualTo("boiler-2");
            assertThat(alert.reason())
                    .isEqualTo("a distance of 2.5 from its group's median is above 2.0;"
                            + " 2 other sensors of the group have the median 20.25");
        });

        sensor("boiler-2", "\"group\": \"%s\"".formatted(name(0, "elsewhere")));
        read("boiler-2", 30);
        assertThat(alerts()).allMatch(alert -> alert.state() == AlertState.RESOLVED);
    }

    @Test
    void saysOnceThatARuleIsLeftOutForTheSensorsOfAUnit() {
        rule(
                "{\"id\": \"fahrenheit\", \"unit\": \"°F\", \"when\": {\"kind\": \"threshold\", \"above\": 1}}",
                "fahrenheit");
        sensor(name(0, "one"), "\"unit\": \"bar\"");
        sensor(name(0, "two"), "\"unit\": \"bar\"");
        read(name(0, "one"), 20);
        read(name(0, "two"), 20);
        assertThat(alerts()).isEmpty();
        assertThat(registry.get("homeostat.rules.left.out").counter().count()).isEqualTo(1);
    }

    @Test
    void passesOverASensorThatCannotBeRead() {
        running()
                .createInputTopic(Topics.SENSORS, new StringSerializer(), new StringSerializer())
                .pipeInput("temperature/" + name(0, "sensor"), "not json");
        read(name(0, "sensor"), 45);
        assertThat(alerts()).hasSize(1);
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

    private void rule(String json, String id) {
        running()
                .createInputTopic(Topics.RULES, new StringSerializer(), new StringSerializer())
                .pipeInput(id, json);
        pass(Duration.ofSeconds(1));
    }

    private void sensor(String id, String fields) {
        String json = "{\"stream\": \"temperature\", \"sensorId\": \"%s\", %s}".formatted(id, fields);
        running()
                .createInputTopic(Topics.SENSORS, new StringSerializer(), new StringSerializer())
                .pipeInput(new TestRecord<>("temperature/" + id, json, now));
        pass(Duration.ofSeconds(1));
    }

    private void forget(String id) {
        running()
                .createInputTopic(Topics.SENSORS, new StringSerializer(), new StringSerializer())
                .pipeInput("temperature/" + id, (String) null);
        pass(Duration.ofSeconds(1));
    }

    private void read(String sensor, double value) {
        String json = "{\"sensorId\": \"%s\", \"temperature\": %s}".formatted(sensor, value);
        running()
                .createInputTopic(STREAM.readings(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(null, json.getBytes(StandardCharsets.UTF_8), now));
    }

    private List<AlertEvent> alerts() {
        return running()
                .createOutputTopic(Topics.ALERTS, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readValuesToList()
                .stream()
                .map(AlertEventJson::read)
                .toList();
    }

    /** A name that is at home on a partition. */
    private static String name(int partition, String prefix) {
        return IntStream.range(0, 1_000)
                .mapToObj(number -> prefix + "-" + number)
                .filter(name -> BuiltInPartitioner.partitionForKey(name.getBytes(StandardCharsets.UTF_8), PARTITIONS)
                        == partition)
                .findFirst()
                .orElseThrow();
    }
}
