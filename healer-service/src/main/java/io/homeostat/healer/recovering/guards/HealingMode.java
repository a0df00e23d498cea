package io.homeostat.healer.recovering.guards;

import java.util.Locale;

/** How much the healer may do by itself. */
public enum HealingMode {
    /** It looks and writes down what it sees. */
    OBSERVE,
    /** It says what it would do, and calls a person. */
    SUGGEST,
    /** It does it. */
    ACT;

    /** The mode as it stands in JSON and in configuration: {@code observe}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
