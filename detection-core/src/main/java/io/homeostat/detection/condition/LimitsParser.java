package io.homeostat.detection.condition;

import java.util.List;

/** Reads the limits of a measure and their clear band. */
final class LimitsParser {

    private LimitsParser() {}

    /** {@code above} and/or {@code below}, or {@code outside: [low, high]}. */
    static Limits open(Parameters when, Parameters clear) {
        if (!when.has("outside")) {
            if (!when.has("above") && !when.has("below")) {
                when.refuse("above", "given, or below, or outside");
            }
            double above = when.number("above", Double.POSITIVE_INFINITY);
            return between(when, clear, "above", when.number("below", Double.NEGATIVE_INFINITY), above);
        }
        if (when.has("above") || when.has("below")) {
            when.refuse("outside", "given alone: it stands for above and below");
        }
        when.knows("above", "below");
        List<Double> outside = when.numbers("outside", 2);
        return between(when, clear, "outside", outside.get(0), outside.get(1));
    }

    /** A lower and an upper limit, each infinite where there is none, {@code NaN} where it was refused already. */
    static Limits between(Parameters when, Parameters clear, String upper, double below, double above) {
        if (below >= above) {
            when.refuse(upper, "above the lower limit " + below);
        }
        double clearBelow = clear.number("below", Double.NaN);
        double clearAbove = clear.number("above", Double.NaN);
        if (clear.has("below") && (above == Double.POSITIVE_INFINITY || clearBelow > above)) {
            clear.refuse("below", "at most the rule's upper limit " + above);
        }
        if (clear.has("above") && (below == Double.NEGATIVE_INFINITY || clearAbove < below)) {
            clear.refuse("above", "at least the rule's lower limit " + below);
        }
        if (clearBelow <= below) {
            clear.refuse("below", "above the rule's lower limit " + below);
        }
        if (clearAbove >= above) {
            clear.refuse("above", "below the rule's upper limit " + above);
        }
        if (clearAbove >= clearBelow) {
            clear.refuse("above", "less than clear.below " + clearBelow);
        }
        return new Limits(above, below, clearBelow, clearAbove);
    }
}
