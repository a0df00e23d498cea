package io.homeostat.model.rule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads labels: what is known of a sensor by a name, such as {@code site: a}; the same in a sensor and in a rule. */
public final class Labels {

    /** The most labels of one sensor. */
    public static final int MOST = 32;

    private static final int LONGEST_VALUE = 100;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_./-]{0,62}");
    private static final Pattern VALUE = Pattern.compile("\\P{Cntrl}{1," + LONGEST_VALUE + "}");

    private Labels() {}

    /** The labels in the field {@code labels}, empty where there are none; numbers and truth values are texts here. */
    public static Map<String, String> read(WrittenFields from) {
        Object value = from.get("labels");
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> map) || map.isEmpty() || map.size() > MOST) {
            from.fault("labels", value, "an object of 1 to " + MOST + " labels, such as {site: a}");
            return Map.of();
        }
        Map<String, String> labels = new LinkedHashMap<>();
        map.forEach((key, label) -> {
            String name = String.valueOf(key);
            boolean plain = label instanceof String || label instanceof Number || label instanceof Boolean;
            if (!NAME.matcher(name).matches()) {
                from.fault("labels", name, "named by 1 to 63 letters, digits, '_', '.', '/' or '-'");
            } else if (!plain || !VALUE.matcher(String.valueOf(label)).matches()) {
                from.fault("labels." + name, label, "a text of 1 to " + LONGEST_VALUE + " characters");
            } else {
                labels.put(name, String.valueOf(label));
            }
        });
        return labels;
    }
}
