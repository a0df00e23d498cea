package io.homeostat.monitor.past;

import io.homeostat.model.reading.Reading;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Rules and readings for tests; times are seconds after {@link #START}. */
public final class PastTests {

    public static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    private PastTests() {}

    /** A rule of which only what matters is written, in JSON with single quotes. */
    public static Rule rule(String fields) {
        String json = "{'id': 'tried', %s}".formatted(fields).replace('\'', '"');
        return RuleJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    public static Instant at(double seconds) {
        return START.plusMillis(Math.round(seconds * 1000));
    }

    /** A reading that came at its time. */
    public static PastReading reading(String sensorId, double seconds, double value) {
        return reading(sensorId, seconds, value, seconds);
    }

    /** A reading that came at another time. */
    public static PastReading reading(String sensorId, double seconds, double value, double cameAtSeconds) {
        Reading reading = new Reading(sensorId, value, at(seconds).toEpochMilli(), false);
        return new PastReading(
                reading, 0, Math.round(cameAtSeconds * 1000), at(cameAtSeconds).toEpochMilli());
    }
}
