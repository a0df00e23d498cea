package io.homeostat.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeostat.model.StreamTopics;
import io.homeostat.model.Topics;
import io.homeostat.runtime.rules.RuleBook;
import io.homeostat.runtime.sensors.SensorBook;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordHookTest {

    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    private static final StreamTopics STREAM = new StreamTopics("temperature");
    private static final PipelinePlan PLAN = new PipelinePlan(STREAM, "counter", 1, List.of());

    @TempDir
    private Path stateDir;

    private final CountingPipeline pipeline = new CountingPipeline();
    private final AtomicInteger hooked = new AtomicInteger();
    private Runnable more = () -> {};
    private TopologyTestDriver driver;

    @BeforeEach
    void start() {
        Topology topology = new Topology();
        RecordHook hook = () -> {
            hooked.incrementAndGet();
            more.run();
        };
        StreamTopology.addTo(
                topology,
                pipeline,
                PLAN,
                new PipelineParts(
                        new RuleBook(),
                        new SensorBook(),
                        new SeriesStores(new SeriesBudget(10)),
                        new StreamMetrics(new SimpleMeterRegistry(), STREAM.stream(), NOW::toEpochMilli),
                        new Quarantine(),
                        partition -> () -> true,
                        hook));
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "record-hook-test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        driver = new TopologyTestDriver(topology, settings, NOW);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void comesBeforeEachReading() {
        input(STREAM.readings()).pipeInput(reading(20));
        input(STREAM.readings()).pipeInput(reading(21));

        assertThat(hooked).hasValue(2);
        assertThat(pipeline.judged()).containsExactly(20.0, 21.0);
    }

    @Test
    void comesBeforeEachCanary() {
        input(PLAN.doorTopic()).pipeInput(new CanaryMessage(1, NOW.toEpochMilli(), 40).bytes());

        assertThat(hooked).hasValue(1);
        assertThat(driver.createOutputTopic(Topics.CANARY, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                        .readValuesToList())
                .hasSize(1);
    }

    @Test
    void failsTheRecordByWhatItThrows() {
        more = () -> {
            throw new IllegalStateException("no");
        };

        assertThatThrownBy(() -> input(STREAM.readings()).pipeInput(reading(20)))
                .hasRootCauseMessage("no")
                .hasStackTraceContaining("the record at temperature-0, offset 0, could not be processed");
    }

    private TestInputTopic<byte[], byte[]> input(String topic) {
        return driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static byte[] reading(double value) {
        return "{\"temperature\": %s}".formatted(value).getBytes(StandardCharsets.UTF_8);
    }
}
