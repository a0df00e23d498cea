package io.homeostat.runtime.settings;

import java.time.Duration;

/** What settings may be; each check says what is allowed. */
public final class Allowed {

    private Allowed() {}

    /** A whole number of at least {@code min}. */
    public static void atLeast(String key, long value, long min) {
        if (value < min) {
            throw RefusedSettingException.of(key, "at least " + min, value);
        }
    }

    /** A time longer than none, and at most {@code max}. */
    public static void positive(String key, Duration value, Duration max) {
        if (value.isZero() || value.isNegative() || value.compareTo(max) > 0) {
            throw RefusedSettingException.of(key, "a duration longer than PT0S and at most " + max, value);
        }
    }
}
