package io.homeostat.detection.condition;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The parameters of one part of a rule while it is parsed: what is asked for is checked, what is not is refused. */
final class Parameters {

    private final String path;
    private final Map<String, Object> values;
    private final Set<String> read = new TreeSet<>();

    Parameters(String path, Map<String, Object> values) {
        this.path = path;
        this.values = values;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    double number(String name) {
        if (!has(name)) {
            throw refuse(name, "must be given");
        }
        return number(name, Double.NaN);
    }

    double number(String name, double otherwise) {
        read.add(name);
        return has(name) ? finite(name, values.get(name)) : otherwise;
    }

    List<Double> numbers(String name, int count) {
        read.add(name);
        if (!(values.get(name) instanceof List<?> list) || list.size() != count) {
            throw refuse(name, "must be a list of " + count + " numbers, was " + values.get(name));
        }
        return list.stream().map(element -> finite(name, element)).toList();
    }

    void refuseUnread() {
        for (String name : values.keySet()) {
            if (!read.contains(name)) {
                throw refuse(name, "is not known here; known are " + String.join(", ", read));
            }
        }
    }

    InvalidRuleException refuse(String name, String sentence) {
        return new InvalidRuleException(path + "." + name, sentence);
    }

    private double finite(String name, @Nullable Object value) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw refuse(name, "must be a finite number, was " + value);
    }
}
