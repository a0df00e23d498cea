package io.homeostat.model.rule;

import io.homeostat.model.wording.Likeness;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object that somebody writes, while they are read: what is not allowed is added to the faults and
 * something harmless taken in its place, so that all that is wrong is told at once. A field without a value is as one
 * that is not there. Not thread-safe.
 */
public final class WrittenFields {

    private final Map<String, Object> fields;
    private final String prefix;
    private final List<RuleFault> faults;

    private WrittenFields(Map<?, ?> map, String prefix, List<RuleFault> faults) {
        this.fields = copy(map);
        this.prefix = prefix;
        this.faults = faults;
    }

    /** The fields of an object, whose faults are to be added to a list. */
    public static WrittenFields of(Map<?, ?> map, List<RuleFault> faults) {
        return new WrittenFields(map, "", faults);
    }

    /** The fields of an object inside of this one. */
    public WrittenFields inside(String name, Map<?, ?> map) {
        return new WrittenFields(map, prefix + name + ".", faults);
    }

    /** Refuses every field but some. */
    public void allow(String whatItIs, List<String> names, Set<String> also) {
        fields.forEach((name, value) -> {
            if (!names.contains(name) && !also.contains(name)) {
                String allowed = "left out; " + whatItIs + " has the fields " + String.join(", ", names);
                faults.add(new RuleFault(prefix + name, value, allowed, Likeness.nearest(name, names)));
            }
        });
    }

    /** Whether a field is there. */
    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** What stands in a field; {@code null} where nothing does. */
    public @Nullable Object get(String name) {
        return fields.get(name);
    }

    /** All fields, in the order in which they were written. */
    public Map<String, Object> all() {
        return fields;
    }

    /** Notes that something is not allowed. */
    public void fault(String name, @Nullable Object value, String allowed) {
        faults.add(new RuleFault(prefix + name, value, allowed));
    }

    /** Notes that something is not allowed, with what was probably meant. */
    public void fault(String name, @Nullable Object value, String allowed, @Nullable String hint) {
        faults.add(new RuleFault(prefix + name, value, allowed, hint));
    }

    /** A text that something is true of; {@code null} if it is not there, or is no such text. */
    public @Nullable String text(String name, Predicate<String> allowed, String inWords) {
        Object value = fields.get(name);
        if (value instanceof String text && allowed.test(text)) {
            return text;
        }
        if (value != null) {
            fault(name, value, inWords);
        }
        return null;
    }

    /** A duration within bounds; {@code null} if it is not there, or is no such duration. */
    public @Nullable Duration duration(String name, Duration shortest, Duration longest) {
        Object value = fields.get(name);
        if (value == null) {
            return null;
        }
        try {
            Duration duration = Duration.parse(String.valueOf(value));
            if (duration.compareTo(shortest) >= 0 && duration.compareTo(longest) <= 0) {
                return duration;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // said below, with what is allowed
        }
        fault(name, value, "a duration from " + shortest + " to P" + longest.toDays() + "D, such as PT5M");
        return null;
    }

    /** True or false; {@code null} if it is not there, or is neither. */
    public @Nullable Boolean flag(String name) {
        Object value = fields.get(name);
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value != null) {
            fault(name, value, "true or false");
        }
        return null;
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                copy.put(String.valueOf(key), value);
            }
        });
        return Collections.unmodifiableMap(copy);
    }
}
