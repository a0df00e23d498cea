package io.homeostat.detection.condition;

import io.homeostat.model.rule.RuleFault;
import io.homeostat.model.wording.Likeness;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one part of a rule while it is parsed. What is not allowed is noted and something harmless taken in
 * its place, so that all that is wrong is told at once; what is not asked for is refused.
 */
final class Parameters {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    private final String path;
    private final Map<String, Object> values;
    private final List<RuleFault> faults;
    private final int depth;
    private final Set<String> read = new TreeSet<>();

    Parameters(String path, Map<String, Object> values, List<RuleFault> faults) {
        this(path, values, faults, 1);
    }

    private Parameters(String path, Map<String, Object> values, List<RuleFault> faults, int depth) {
        this.depth = depth;
        this.path = path;
        this.values = values;
        this.faults = faults;
    }

    /** Names that are known here, whether they are asked for or not. */
    void knows(String... names) {
        read.addAll(List.of(names));
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** A number that must be given. */
    double number(String name) {
        if (!has(name)) {
            refuse(name, "given");
        }
        return number(name, Double.NaN);
    }

    double number(String name, double otherwise) {
        read.add(name);
        return has(name) ? finite(name, values.get(name)) : otherwise;
    }

    /** A whole number from one to another. */
    int wholeNumber(String name, int otherwise, int least, int most) {
        double number = number(name, otherwise);
        if (number >= least && number <= most && number == Math.rint(number)) {
            return (int) number;
        }
        refuse(name, "a whole number from " + least + " to " + most);
        return otherwise;
    }

    List<Double> numbers(String name, int count) {
        read.add(name);
        if (values.get(name) instanceof List<?> list && list.size() == count) {
            return list.stream().map(element -> finite(name, element)).toList();
        }
        refuse(name, "a list of " + count + " numbers");
        return Collections.nCopies(count, Double.NaN);
    }

    /** A duration that must be given, in milliseconds. */
    long millis(String name) {
        if (!has(name)) {
            refuse(name, "given, a duration such as PT5M");
        }
        return millis(name, LONGEST.toMillis());
    }

    long millis(String name, long otherwise) {
        read.add(name);
        Object value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            Duration duration = Duration.parse(String.valueOf(value));
            if (duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0) {
                return duration.toMillis();
            }
        } catch (DateTimeException | ArithmeticException e) {
            // said below, with what is allowed
        }
        refuse(name, "a duration from PT0.001S to P366D, such as PT5M");
        return otherwise;
    }

    /** A text, as it stands. */
    String text(String name, String otherwise) {
        read.add(name);
        return has(name) ? String.valueOf(values.get(name)) : otherwise;
    }

    /** One of some words; {@code null} if it is none of them, or not given. */
    @Nullable
    String word(String name, Collection<String> words) {
        read.add(name);
        Object value = values.get(name);
        if (value instanceof String text && words.contains(text)) {
            return text;
        }
        String hint = value instanceof String text ? Likeness.nearest(text, words) : null;
        faults.add(new RuleFault(path + "." + name, value, "one of " + String.join(", ", words), hint));
        return null;
    }

    /** An object; empty if it is none. */
    Map<String, Object> object(String name) {
        read.add(name);
        return asObject(name, values.get(name));
    }

    /** A list of objects of which there are as many as allowed. */
    List<Map<String, Object>> objects(String name, int most) {
        read.add(name);
        List<Map<String, Object>> objects = new ArrayList<>();
        if (values.get(name) instanceof List<?> list && !list.isEmpty() && list.size() <= most) {
            for (int i = 0; i < list.size(); i++) {
                objects.add(asObject(name + "[" + i + "]", list.get(i)));
            }
        } else {
            refuse(name, "a list of 1 to " + most + " conditions, each an object with a kind");
        }
        return objects;
    }

    private Map<String, Object> asObject(String name, @Nullable Object value) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> object.put(String.valueOf(key), element));
        } else {
            faults.add(new RuleFault(path + "." + name, value, "an object"));
        }
        return object;
    }

    /** Parameters inside of these. */
    Parameters inside(String name, Map<String, Object> object) {
        return new Parameters(path + "." + name, object, faults, depth + 1);
    }

    /** How deep they lie: 1 for those of the rule itself. */
    int depth() {
        return depth;
    }

    void refuseUnread() {
        for (String name : values.keySet()) {
            if (!read.contains(name)) {
                String known =
                        read.isEmpty() ? "is nothing" : (read.size() == 1 ? "is " : "are ") + String.join(", ", read);
                faults.add(new RuleFault(
                        path + "." + name,
                        values.get(name),
                        "left out; known here " + known,
                        Likeness.nearest(name, read)));
            }
        }
    }

    /** Notes that something is not allowed. */
    void refuse(String name, String allowed) {
        refuse(name, allowed, null);
    }

    /** Notes that something is not allowed, and what was probably meant. */
    void refuse(String name, String allowed, @Nullable String hint) {
        faults.add(new RuleFault(path + "." + name, values.get(name), allowed, hint));
    }

    private double finite(String name, @Nullable Object value) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        faults.add(new RuleFault(path + "." + name, value, "a finite number"));
        return Double.NaN;
    }
}
