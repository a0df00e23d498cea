package io.homeostat.benchmarks.peers;

import io.homeostat.benchmarks.json.BoundMillisReading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The work of all peers: parse with Jackson's data binding, clamp to 30, write the same JSON as the healer does. */
final class Clamping {

    private static final double LIMIT = 30;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final ObjectReader reader = MAPPER.readerFor(BoundMillisReading.class);
    private final ObjectWriter writer = MAPPER.writerFor(Clamped.class);

    /** The reading; {@code null} if it cannot be read. */
    @Nullable
    BoundMillisReading parse(byte[] value) {
        try {
            return reader.readValue(value);
        } catch (JacksonException e) {
            return null;
        }
    }

    /** The correction; {@code null} where none is needed. */
    byte @Nullable [] clamp(@Nullable BoundMillisReading reading, String topic, int partition, long offset) {
        if (reading == null || reading.temperature() == null || reading.temperature() <= LIMIT) {
            return null;
        }
        return writer.writeValueAsBytes(new Clamped(
                String.valueOf(reading.sensorId()),
                LIMIT,
                Instant.ofEpochMilli(reading.timestamp()).toString(),
                reading.temperature(),
                4,
                "clamp",
                null,
                List.of("temperature-high"),
                1,
                reading.temperature() + " is above " + LIMIT,
                new Origin(topic, partition, offset)));
    }

    /** A correction with the fields of the healer's. */
    record Clamped(
            String sensorId,
            double temperature,
            String timestamp,
            double original,
            int flag,
            String method,
            @Nullable Double uncertainty,
            List<String> rules,
            int ruleVersion,
            String reason,
            Origin source) {}

    /** Where a reading stands. */
    record Origin(String topic, int partition, long offset) {}
}
