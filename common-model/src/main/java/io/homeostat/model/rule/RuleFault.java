package io.homeostat.model.rule;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a rule, or with something else that people write, such as what is known of a sensor.
 * Immutable.
 *
 * @param path where in it, such as {@code clear.for}
 * @param value what stands there, {@code null} where nothing does
 * @param allowed what may stand there, to be read after "must be"
 * @param hint what was probably meant; {@code null} where that cannot be guessed
 */
public record RuleFault(
        String path,
        @Nullable Object value,
        String allowed,
        @Nullable String hint) {

    /** A fault without a hint. */
    public RuleFault(String path, @Nullable Object value, String allowed) {
        this(path, value, allowed, null);
    }

    /** The fault as a sentence. */
    public String sentence() {
        String found = value instanceof String text ? "\"" + text + "\"" : String.valueOf(value);
        return path + " must be " + allowed + ", was " + found
                + (hint == null ? "" : "; did you mean \"" + hint + "\"?");
    }
}
