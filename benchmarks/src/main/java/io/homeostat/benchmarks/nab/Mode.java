package io.homeostat.benchmarks.nab;

import java.util.Locale;

/** What a detector is told in advance. */
enum Mode {
    /** Nothing. */
    STRICT,
    /** The sensor's physical range, as from a data sheet; here the lowest and the highest value of the file. */
    RANGED;

    static Mode named(String label) {
        for (Mode mode : values()) {
            if (mode.name().toLowerCase(Locale.ROOT).equals(label)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("--mode must be strict or ranged, was \"" + label + "\"");
    }
}
