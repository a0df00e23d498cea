package io.homeostat.model.correction;

import io.homeostat.model.reading.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that stands in for a failed reading, as it stands on a stream's adjusted topic. Immutable.
 *
 * @param sensorId the sensor
 * @param value the value to use; {@code null} says that there is none to trust
 * @param eventTimeMillis event time of the reading, in milliseconds since the epoch
 * @param original the value as it came, {@code null} for a reading that never came
 * @param flag how good the reading is
 * @param method how the value was found: {@code clamp}, {@code none}, …
 * @param uncertainty one standard deviation in the stream's unit, {@code null} where it is not known
 * @param rules the rules that the reading failed
 * @param ruleVersion the version of the first of them, 0 where none failed
 * @param reason a sentence for people
 * @param source the reading, {@code null} for one that never came
 * @param revision 1, counted up when late evidence changes the correction; in the JSON from 2 on
 */
public record Correction(
        String sensorId,
        @Nullable Double value,
        long eventTimeMillis,
        @Nullable Double original,
        QualityFlag flag,
        String method,
        @Nullable Double uncertainty,
        List<String> rules,
        int ruleVersion,
        String reason,
        @Nullable Source source,
        int revision) {

    public Correction {
        if (revision < 1) {
            throw new IllegalArgumentException("revision must be at least 1, was " + revision);
        }
        rules = List.copyOf(rules);
    }
}
