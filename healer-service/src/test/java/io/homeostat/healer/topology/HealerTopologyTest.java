package io.homeostat.healer.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.homeostat.healer.topology.CorrectionProperties.Emit;
import io.homeostat.model.StreamTopics;
import io.homeostat.model.Topics;
import io.homeostat.model.correction.Correction;
import io.homeostat.model.correction.CorrectionJson;
import io.homeostat.model.correction.QualityFlag;
import io.homeostat.model.reading.Source;
import io.homeostat.model.rule.RuleJson;
import io.homeostat.runtime.rules.FirstRules;
import io.homeostat.runtime.rules.RuleBook;
import io.homeostat.runtime.settings.HomeostatProperties;
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
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class HealerTopologyTest {

    private static final StreamTopics STREAM = new StreamTopics("temperature");
    private static final Instant NOW = Instant.parse("2026-11-23T08:15:00.250Z");

    @TempDir
    Path stateDir;

    private final Quarantine quarantine = new Quarantine();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private @Nullable TopologyTestDriver driver;

    @AfterEach
    void close() {
        running().close();
    }

    @Test
    void clampsAFailedReadingToTheLimitAndSaysWhy() {
        start(Emit.CORRECTIONS);
        read("{\"sensorId\": \"boiler-7\", \"temperature\": 37.25}");

        assertThat(corrections())
                .containsExactly(new Correction(
                        "boiler-7",
                        30.0,
                        NOW.toEpochMilli(),
                        37.25,
                        QualityFlag.FAIL,
                        "clamp",
                        null,
                        List.of("temperature-high"),
                        1,
                        "37.25 is above 30.0",
                        new Source("temperature", 0, 0),
                        1));
        assertThat(registry.get("homeostat.corrections")
                        .tag("method", "clamp")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void saysNothingOfAGoodReadingAndOfWhatCannotBeRead() {
        start(Emit.CORRECTIONS);
        read("{\"temperature\": 30}");
        read("not json");
        assertThat(corrections()).isEmpty();
    }

    @Test
    void letsEveryReadingOutWhereThatIsAskedFor() {
        start(Emit.ALL);
        read("{\"temperature\": 20}");
        read("{\"temperature\": 40}");
        assertThat(corrections())
                .extracting(Correction::flag, Correction::value, Correction::method)
                .containsExactly(tuple(QualityFlag.GOOD, 20.0, "none"), tuple(QualityFlag.FAIL, 30.0, "clamp"));
    }

    @Test
    void correctsAReadingThatIsTooLateForAnythingElse() {
        start(Emit.CORRECTIONS);
        read("{\"temperature\": 20}");
        read("{\"temperature\": 40, \"timestamp\": %d}"
                .formatted(NOW.minusSeconds(60).toEpochMilli()));
        assertThat(corrections()).hasSize(1);
        assertThat(registry.get("homeostat.readings.late").counter().count()).isEqualTo(1);
    }

    @Test
    void putsAGapInThePlaceOfARecordInQuarantine() {
        start(Emit.CORRECTIONS);
        quarantine.add("temperature", 0, 1);
        read("{\"temperature\": 40}");
        read("{\"temperature\": 41}");

        assertThat(corrections())
                .extracting(Correction::original, Correction::value)
                .containsExactly(tuple(40.0, 30.0), tuple(41.0, null));
    }

    @Test
    void leavesAGapWhereTheSensorCannotHaveMeasuredWhatItSays() {
        start(Emit.CORRECTIONS);
        running()
                .createInputTopic(Topics.SENSORS, new StringSerializer(), new StringSerializer())
                .pipeInput(
                        "temperature/boiler-7",
                        "{\"stream\":\"temperature\",\"sensorId\":\"boiler-7\",\"physicalRange\":{\"max\":125}}");
        running().advanceWallClockTime(Duration.ofSeconds(1));
        read("{\"sensorId\": \"boiler-7\", \"temperature\": 126}");
        read("{\"sensorId\": \"boiler-7\", \"temperature\": 125}");
        read("{\"sensorId\": \"boiler-8\", \"temperature\": 126}");

        assertThat(corrections())
                .extracting(Correction::value, Correction::flag, Correction::method, Correction::reason)
                .containsExactly(
                        tuple(null, QualityFlag.FAIL, "none", "126.0 is above the sensor's physical limit of 125.0"),
                        tuple(30.0, QualityFlag.FAIL, "clamp", "125.0 is above 30.0"),
                        tuple(30.0, QualityFlag.FAIL, "clamp", "126.0 is above 30.0"));
    }

    private void start(Emit emit) {
        HomeostatProperties properties =
                new Binder(new MapConfigurationPropertySource()).bindOrCreate("homeostat", HomeostatProperties.class);
        HealerPipeline pipeline = new HealerPipeline(
                properties, new CorrectionProperties(emit), new CorrectionCounts(registry), () -> NOW);
        Topology topology = new Topology();
        StreamTopology.addTo(
                topology,
                pipeline,
                new PipelinePlan(STREAM, "healer", 1, pipeline.outputs(STREAM)),
                new PipelineParts(
                        new RuleBook(),
                        new SeriesStores(new SeriesBudget(100)),
                        new StreamMetrics(registry, STREAM.stream(), NOW::toEpochMilli),
                        quarantine,
                        partition -> () -> true));
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "healer-topology-test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        driver = new TopologyTestDriver(topology, settings, NOW);
        FirstRules.load(null, rule -> List.of())
                .rules()
                .forEach(rule -> running()
                        .createInputTopic(Topics.RULES, new StringSerializer(), new ByteArraySerializer())
                        .pipeInput(rule.id(), RuleJson.write(rule)));
        running().advanceWallClockTime(Duration.ofSeconds(1));
    }

    private TopologyTestDriver running() {
        if (driver == null) {
            throw new IllegalStateException("start first");
        }
        return driver;
    }

    private void read(String json) {
        running()
                .createInputTopic(STREAM.readings(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(null, json.getBytes(StandardCharsets.UTF_8), NOW));
    }

    private List<Correction> corrections() {
        running().advanceWallClockTime(Duration.ofSeconds(1));
        CorrectionJson json = new CorrectionJson(STREAM);
        return running()
                .createOutputTopic(STREAM.adjusted(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readValuesToList()
                .stream()
                .map(json::read)
                .toList();
    }
}
