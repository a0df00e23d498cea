package io.homeostat.model.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which sensors are meant: by their ids, by their labels, or by both, which must all agree. Immutable.
 *
 * @param glob a pattern on the sensor id: {@code *} for any characters, {@code ?} for one
 * @param labels a pattern on the value of each label that is named; empty: whatever the labels
 */
public record SensorSelector(String glob, Map<String, String> labels) {

    /** Every sensor. */
    public static final SensorSelector ALL = new SensorSelector("*", Map.of());

    private static final int LONGEST_GLOB = 200;
    private static final String ALLOWED =
            "a text of 1 to 200 characters, or an object such as {labels: {site: a}} or {glob: \"boiler-*\", labels: {…}}";

    public SensorSelector {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }

    /** The sensors whose ids a pattern matches. */
    public static SensorSelector ofGlob(String glob) {
        return new SensorSelector(glob, Map.of());
    }

    /** The selector in the field {@code sensors}; all sensors where there is none, or none that is allowed. */
    static SensorSelector read(WrittenFields from) {
        Object value = from.get("sensors");
        if (value == null) {
            return ALL;
        }
        if (value instanceof String text && isGlob(text)) {
            return ofGlob(text);
        }
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            WrittenFields fields = from.inside("sensors", map);
            fields.allow("a selector", List.of("glob", "labels"), Set.of());
            String glob = fields.text("glob", SensorSelector::isGlob, "a text of 1 to 200 characters");
            return new SensorSelector(glob == null ? "*" : glob, Labels.read(fields));
        }
        from.fault("sensors", value, ALLOWED);
        return ALL;
    }

    /** As it is written: a text where there are no labels, else an object. */
    public Object written() {
        if (labels.isEmpty()) {
            return glob;
        }
        Map<String, Object> written = new LinkedHashMap<>();
        if (!glob.equals("*")) {
            written.put("glob", glob);
        }
        written.put("labels", labels);
        return written;
    }

    private static boolean isGlob(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_GLOB;
    }
}
