package io.homeostat.producer.simulation;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The simulation that starts with the service. Immutable.
 *
 * @param enabled whether one starts at all
 * @param scenario what it simulates
 * @param stream the stream that it feeds; {@code null}: the first that is configured
 * @param sensors how many sensors a fleet has, 1 to 100,000
 * @param rate readings per second of all sensors together; {@code null}: one of each sensor
 * @param seed what the readings follow from; {@code null}: another at each start
 * @param faults which faults come by themselves
 */
@ConfigurationProperties("homeostat.simulation")
public record SimulationProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("seed") Scenario scenario,
        @Nullable String stream,
        @DefaultValue("100") int sensors,
        @Nullable Double rate,
        @Nullable Long seed,
        @DefaultValue Faults faults) {

    /**
     * Which faults come by themselves.
     *
     * @param meanInterval the mean time between two faults of the whole fleet; {@code null}: none at random
     * @param kinds the kinds to choose from at random; empty: all
     * @param planned faults at fixed times
     */
    public record Faults(
            @Nullable Duration meanInterval,
            @DefaultValue List<String> kinds,
            @DefaultValue List<Planned> planned) {

        public Faults {
            kinds = List.copyOf(kinds);
            planned = List.copyOf(planned);
        }
    }

    /**
     * One fault at a fixed time.
     *
     * @param after how long after the simulation's begin
     * @param sensorId the sensor; {@code null}: one at random
     * @param kind the fault's kind, such as {@code spike}
     * @param duration how long it lasts; {@code null}: as its kind usually does
     * @param magnitude how bad it is, in the stream's unit; {@code null}: as its kind usually is
     */
    public record Planned(
            @DefaultValue("PT0S") Duration after,
            @Nullable String sensorId,
            String kind,
            @Nullable Duration duration,
            @Nullable Double magnitude) {}
}
