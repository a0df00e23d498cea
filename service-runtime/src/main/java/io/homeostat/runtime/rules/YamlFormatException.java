package io.homeostat.runtime.rules;

import org.jspecify.annotations.Nullable;

/** A text is not YAML as rules are written in it. */
public final class YamlFormatException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable TextPlace place;

    YamlFormatException(String message, @Nullable TextPlace place, Throwable cause) {
        super(message, cause);
        this.place = place;
    }

    /** Where it stopped making sense; {@code null} where that is not known. */
    public @Nullable TextPlace place() {
        return place;
    }
}
