package io.homeostat.monitor.sensors;

import io.homeostat.detection.rule.SensorSelection;
import io.homeostat.model.rule.SensorSelector;
import io.homeostat.model.sensor.Sensor;
import io.homeostat.runtime.web.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which sensors somebody looks for. Immutable.
 *
 * @param search a part of the id, in lower case; empty: any
 * @param stream empty: any
 * @param group empty: any
 * @param labels a pattern on the value of each label that is named, as in rules
 * @param heard only those of which recent readings are kept
 * @param ownUnit only those whose unit is another than their stream's
 */
record SensorQuery(
        String search, String stream, String group, Map<String, String> labels, boolean heard, boolean ownUnit) {

    SensorQuery {
        labels = Map.copyOf(labels);
    }

    /**
     * The query of a call.
     *
     * @param labels each {@code name:value}
     * @throws ProblemException 400 if a label is not such
     */
    static SensorQuery of(String search, String stream, String group, List<String> labels) {
        Map<String, String> wanted = new HashMap<>();
        for (String label : labels) {
            int colon = label.indexOf(':');
            if (colon < 1) {
                throw ProblemException.badRequest(
                        "label must be a name, a colon and a value, such as site:a, was \"%s\".".formatted(label));
            }
            wanted.put(label.substring(0, colon), label.substring(colon + 1));
        }
        return new SensorQuery(search.strip().toLowerCase(Locale.ROOT), stream, group, wanted, false, false);
    }

    /** The same, narrowed. */
    SensorQuery narrowed(boolean onlyHeard, boolean onlyOwnUnit) {
        return new SensorQuery(search, stream, group, labels, onlyHeard, onlyOwnUnit);
    }

    /** The same as a test, made ready once for many sensors. */
    Test ready() {
        return new Test(this, SensorSelection.of(new SensorSelector("*", labels)));
    }

    /** A query that is asked of one sensor after another. */
    record Test(SensorQuery query, SensorSelection labels) {

        boolean isMet(String stream, String sensorId, @Nullable Sensor known) {
            return (query.stream.isEmpty() || query.stream.equals(stream))
                    && (query.group.isEmpty() || (known != null && query.group.equals(known.group())))
                    && labels.matches(sensorId, known)
                    && (query.search.isEmpty()
                            || sensorId.toLowerCase(Locale.ROOT).contains(query.search));
        }
    }
}
