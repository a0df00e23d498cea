package io.homeostat.producer.simulation;

import io.homeostat.producer.simulation.fault.Observation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what a simulation did wrong on purpose, as JSON for the stream's truth topic, so that what others find can be
 * measured against it. Thread-safe.
 *
 * <p>Each record has {@code simulation}, {@code fault} (its id), {@code sensorId}, {@code kind}, {@code sensorFault}
 * (whether the sensor is wrong, or what it measures), {@code magnitude}, {@code start}, {@code end} (ISO-8601, event time,
 * both included) and {@code event}:
 * <ul>
 *   <li>{@code begun}: the fault's first reading comes next; {@code end} is what is planned;
 *   <li>{@code reading}: one reading under the fault: {@code timestamp}, the true value in the field of the stream's name,
 *       and in {@code reading} the value that was sent, {@code null} if none was;
 *   <li>{@code ended}: {@code end} is final, earlier than planned if the simulation was stopped.
 * </ul>
 */
final class Truth {

    private final JsonMapper json = JsonMapper.builder().build();
    private final String simulationId;
    private final String valueField;

    Truth(String simulationId, String valueField) {
        this.simulationId = simulationId;
        this.valueField = valueField;
    }

    byte[] begun(InjectedFault fault, String sensorId) {
        return json.writeValueAsBytes(record("begun", fault, sensorId));
    }

    byte[] ended(InjectedFault fault, String sensorId) {
        return json.writeValueAsBytes(record("ended", fault, sensorId));
    }

    byte[] reading(InjectedFault fault, String sensorId, Observation observation, long eventTimeMillis) {
        Map<String, @Nullable Object> record = record("reading", fault, sensorId);
        record.put("timestamp", iso(eventTimeMillis));
        record.put(valueField, observation.truth());
        record.put("reading", observation.isSent() ? observation.reading() : null);
        return json.writeValueAsBytes(record);
    }

    private Map<String, @Nullable Object> record(String event, InjectedFault fault, String sensorId) {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        record.put("event", event);
        record.put("simulation", simulationId);
        record.put("fault", fault.id());
        record.put("sensorId", sensorId);
        record.put("kind", fault.order().kind().name());
        record.put("sensorFault", fault.order().kind().isSensorFault());
        record.put("magnitude", fault.order().magnitude());
        record.put("start", iso(fault.startMillis()));
        record.put("end", iso(fault.endMillis()));
        return record;
    }

    private static String iso(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
