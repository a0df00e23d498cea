package io.homeostat.producer.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeostat.model.StreamTopics;
import io.homeostat.producer.RecordingPublisher;
import io.homeostat.producer.RecordingPublisher.Published;
import io.homeostat.producer.publishing.Delivery;
import io.homeostat.producer.simulation.fault.FaultKind;
import io.homeostat.producer.simulation.fault.FaultKinds;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulatedReadingsTest {

    private static final StreamTopics STREAM = new StreamTopics("temperature");
    private static final long START = 1_795_421_700_000L;

    private final RecordingPublisher publisher = new RecordingPublisher();

    private SimulatedReadings readings(Scenario scenario, int sensors, long seed, FaultPlan faults) {
        SimulationPlan plan = new SimulationPlan(scenario, STREAM, sensors, sensors, seed, faults);
        return new SimulatedReadings("1", plan, publisher, Delivery.unbounded());
    }

    /** Emits one reading of each sensor a second. */
    private static void emit(SimulatedReadings readings, int sensors, int fromSecond, int seconds) throws Exception {
        for (long index = (long) fromSecond * sensors; index < (long) (fromSecond + seconds) * sensors; index++) {
            readings.emit(index, START + 1000 * (index / sensors));
        }
    }

    private static JsonNode json(Published record) {
        return JsonMapper.shared().readTree(record.value());
    }

    @Test
    void givesTheSameStreamForTheSameSeed() throws Exception {
        RecordingPublisher other = new RecordingPublisher();
        FaultPlan faults = new FaultPlan(Duration.ofSeconds(5), List.of(), List.of());
        emit(readings(Scenario.FLEET, 10, 7, faults), 10, 0, 300);
        SimulationPlan plan = new SimulationPlan(Scenario.FLEET, STREAM, 10, 10, 7, faults);
        emit(new SimulatedReadings("1", plan, other, Delivery.unbounded()), 10, 0, 300);

        assertThat(publisher.on("temperature")).isEqualTo(other.on("temperature"));
        assertThat(publisher.on("temperature.truth")).isNotEmpty().isEqualTo(other.on("temperature.truth"));
    }

    @Test
    void givesAnotherStreamForAnotherSeed() throws Exception {
        emit(readings(Scenario.FLEET, 1, 7, FaultPlan.NONE), 1, 0, 10);
        List<Published> first = publisher.on("temperature");
        emit(readings(Scenario.FLEET, 1, 8, FaultPlan.NONE), 1, 0, 10);

        assertThat(publisher.on("temperature").subList(10, 20)).isNotEqualTo(first);
    }

    @Test
    void keepsAHealthyFleetWellBelowThirty() {
        FleetSignal signal = new FleetSignal(42, 200, 60);
        for (int sensor = 0; sensor < 200; sensor++) {
            for (int step = 0; step < 24 * 60; step += 7) {
                assertThat(signal.value(sensor, step)).isBetween(16.0, 28.0);
            }
        }
    }

    @Test
    void sendsTheSeedsReadingsWithoutKeyIdOrTime() throws Exception {
        emit(readings(Scenario.SEED, 1, 3, FaultPlan.NONE), 1, 0, 500);

        assertThat(publisher.on("temperature")).allSatisfy(record -> {
            assertThat(record.key()).isNull();
            assertThat(record.value()).matches("\\{\"temperature\": (1\\d|2\\d|3\\d|4\\d|50)}");
        });
        assertThat(publisher.on("temperature").stream().distinct()).hasSize(41);
    }

    @Test
    void keysAFleetsReadingsByTheirSensor() throws Exception {
        emit(readings(Scenario.FLEET, 9, 3, FaultPlan.NONE), 9, 0, 1);

        assertThat(publisher.on("temperature"))
                .extracting(Published::key)
                .startsWith("boiler-1", "pump-1")
                .endsWith("boiler-2");
        JsonNode reading = json(publisher.on("temperature").get(8));
        assertThat(reading.get("sensorId").asString()).isEqualTo("boiler-2");
        assertThat(reading.get("timestamp").asLong()).isEqualTo(START);
    }

    static List<FaultKind> kinds() {
        return FaultKinds.all();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void tellsTheTruthAboutEachKindOfFault(FaultKind kind) throws Exception {
        SimulatedReadings readings = readings(Scenario.FLEET, 1, 3, FaultPlan.NONE);
        emit(readings, 1, 0, 5);
        readings.inject(new FaultOrder(Duration.ZERO, "boiler-1", kind, Duration.ofSeconds(10), 20), START);
        emit(readings, 1, 5, 20);

        List<JsonNode> truth = publisher.on("temperature.truth").stream()
                .map(SimulatedReadingsTest::json)
                .toList();
        assertThat(truth.get(0).get("event").asString()).isEqualTo("begun");
        assertThat(truth.get(truth.size() - 1).get("event").asString()).isEqualTo("ended");
        assertThat(truth).hasSize(13).allSatisfy(record -> {
            assertThat(record.get("kind").asString()).isEqualTo(kind.name());
            assertThat(record.get("sensorId").asString()).isEqualTo("boiler-1");
            assertThat(record.get("start").asString()).isEqualTo("2026-11-23T08:15:05Z");
            assertThat(record.get("end").asString()).isEqualTo("2026-11-23T08:15:15Z");
        });
        boolean sensorIsWrong = truth.stream()
                .filter(record -> record.get("event").asString().equals("reading"))
                .anyMatch(record -> !record.get("reading").equals(record.get("temperature")));
        assertThat(sensorIsWrong).isEqualTo(kind.isSensorFault());
    }

    @Test
    void sendsNothingDuringADropout() throws Exception {
        SimulatedReadings readings = readings(Scenario.FLEET, 1, 3, FaultPlan.NONE);
        readings.inject(FaultOrder.of(null, null, "dropout", Duration.ofSeconds(9), null), START);
        emit(readings, 1, 0, 20);

        assertThat(publisher.on("temperature")).hasSize(10);
    }

    @Test
    void endsWhatIsWrongWhenItIsStopped() throws Exception {
        SimulatedReadings readings = readings(Scenario.FLEET, 1, 3, FaultPlan.NONE);
        readings.inject(FaultOrder.of(null, null, "drift", Duration.ofHours(1), null), START);
        emit(readings, 1, 0, 2);

        readings.end(START + 2000);

        List<Published> truth = publisher.on("temperature.truth");
        assertThat(json(truth.get(truth.size() - 1)).get("end").asString()).isEqualTo("2026-11-23T08:15:02Z");
    }

    @Test
    void refusesAFaultOfASensorThatIsNotThere() {
        SimulatedReadings readings = readings(Scenario.FLEET, 2, 3, FaultPlan.NONE);

        assertThatThrownBy(() -> readings.inject(FaultOrder.of(null, "boiler-9", "spike", null, null), START))
                .hasMessage("sensorId must be a sensor of the simulation, boiler-1 to pump-1, was \"boiler-9\"");
    }

    @Test
    void bringsRandomFaultsAtTheirMeanInterval() {
        FaultSchedule schedule = new FaultSchedule(new FaultPlan(Duration.ofSeconds(10), List.of(), List.of()), 11);

        assertThat(schedule.dueAfter(10_000)).hasSizeBetween(900, 1100);
        assertThat(schedule.dueAfter(10_000)).isEmpty();
    }
}
