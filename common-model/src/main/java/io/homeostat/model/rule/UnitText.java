package io.homeostat.model.rule;

import java.util.regex.Pattern;

/** A unit as people write it, such as {@code °C} or {@code hPa}: which texts are let in, of sensors and of rules. */
public final class UnitText {

    /** What is allowed, to be read after "must be". */
    public static final String ALLOWED = "a text of 1 to 16 characters, such as °C";

    private static final Pattern UNIT = Pattern.compile("[^\\p{Cntrl}\\s][^\\p{Cntrl}]{0,15}");

    private UnitText() {}

    /** Whether a text may be a unit. */
    public static boolean isAllowed(String text) {
        return UNIT.matcher(text).matches();
    }
}
