package io.homeostat.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Arguments of the form {@code --name=value} or {@code --name value}. Immutable. */
public final class Arguments {

    private final Map<String, String> values = new LinkedHashMap<>();

    /**
     * Reads arguments.
     *
     * @throws IllegalArgumentException if one has another form or a name that is not known
     */
    public Arguments(String[] arguments, Set<String> known) {
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            int equals = argument.indexOf('=');
            boolean apart = equals < 0 && i + 1 < arguments.length;
            int end = apart ? argument.length() : equals;
            String name = argument.startsWith("--") && end > 2 ? argument.substring(2, end) : "";
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "an argument must be --name=value with one of the names %s, was \"%s\""
                                .formatted(known.stream().sorted().toList(), argument));
            }
            values.put(name, apart ? arguments[++i] : argument.substring(equals + 1));
        }
    }

    /** The text of an argument, {@code null} if it was not given. */
    public @Nullable String text(String name) {
        return values.get(name);
    }

    /** The text of an argument. */
    public String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /** An argument that must be given. */
    public String required(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("--" + name + "= must be given");
        }
        return value;
    }

    /** A whole number that is at least {@code least}. */
    public long number(String name, long otherwise, long least) {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(value.replace("_", ""));
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, with what is allowed
        }
        throw new IllegalArgumentException(
                "--%s must be a whole number from %d, was \"%s\"".formatted(name, least, value));
    }
}
