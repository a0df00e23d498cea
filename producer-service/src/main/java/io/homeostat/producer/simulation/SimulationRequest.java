package io.homeostat.producer.simulation;

import io.homeostat.producer.answering.Streams;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * What a simulation is asked for with; everything may be left out. Immutable.
 *
 * @param scenario {@code seed} or {@code fleet}; {@code fleet} unless told otherwise
 * @param stream the stream; the first unless told otherwise
 * @param sensors how many; 100 in a fleet unless told otherwise
 * @param rate readings per second in all; one of each sensor unless told otherwise
 * @param seed what the readings follow from; any unless told otherwise
 * @param faults the faults that come by themselves; none unless told otherwise
 */
record SimulationRequest(
        @Nullable String scenario,
        @Nullable String stream,
        @Nullable Integer sensors,
        @Nullable Double rate,
        @Nullable Long seed,
        @Nullable Faults faults) {

    private static final int USUAL_SENSORS = 100;

    /** Seeds that a JavaScript number can hold. */
    private static final long SEEDS = 1L << 53;

    /** The faults that come by themselves: at random, or planned. */
    record Faults(
            @Nullable Duration meanInterval,
            @Nullable List<String> kinds,
            @Nullable List<FaultRequest> planned) {

        FaultPlan plan() {
            return new FaultPlan(
                    meanInterval,
                    kinds == null
                            ? List.of()
                            : kinds.stream().map(FaultOrder::kind).toList(),
                    planned == null
                            ? List.of()
                            : planned.stream().map(FaultRequest::order).toList());
        }
    }

    /** One fault: what is left out is as its kind usually has it, the sensor at random. */
    record FaultRequest(
            @Nullable Duration after,
            @Nullable String sensorId,
            @Nullable String kind,
            @Nullable Duration duration,
            @Nullable Double magnitude) {

        FaultOrder order() {
            return FaultOrder.of(after, sensorId, kind, duration, magnitude);
        }
    }

    /** What the settings ask for at start. */
    static SimulationRequest of(SimulationProperties settings) {
        boolean seed = settings.scenario() == Scenario.SEED;
        SimulationProperties.Faults faults = settings.faults();
        return new SimulationRequest(
                settings.scenario().name(),
                settings.stream(),
                seed ? 1 : settings.sensors(),
                settings.rate(),
                settings.seed(),
                new Faults(
                        faults.meanInterval(),
                        faults.kinds(),
                        faults.planned().stream()
                                .map(planned -> new FaultRequest(
                                        planned.after(),
                                        planned.sensorId(),
                                        planned.kind(),
                                        planned.duration(),
                                        planned.magnitude()))
                                .toList()));
    }

    /**
     * The plan, with all that was left out.
     *
     * @throws IllegalArgumentException if something is not allowed
     */
    SimulationPlan plan(Streams streams) {
        Scenario wanted = wantedScenario();
        int count = sensors != null ? sensors : wanted == Scenario.SEED ? 1 : USUAL_SENSORS;
        return new SimulationPlan(
                wanted,
                streams.named(stream),
                count,
                rate != null ? rate : count,
                seed != null ? seed : ThreadLocalRandom.current().nextLong(SEEDS),
                faults == null ? FaultPlan.NONE : faults.plan());
    }

    private Scenario wantedScenario() {
        if (scenario == null || scenario.equalsIgnoreCase("fleet")) {
            return Scenario.FLEET;
        }
        if (scenario.equalsIgnoreCase("seed")) {
            return Scenario.SEED;
        }
        throw new IllegalArgumentException("scenario must be seed or fleet, was \"" + scenario + "\"");
    }
}
