package io.homeostat.detection.healing;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The units that a thermometer may slip into, and back: degrees Fahrenheit and kelvins for degrees Celsius. Stateless. */
enum UnitSlip {
    FAHRENHEIT_FOR_CELSIUS {
        @Override
        double mended(double value) {
            return (value - 32) / 1.8;
        }
    },
    CELSIUS_FOR_FAHRENHEIT {
        @Override
        double mended(double value) {
            return value * 1.8 + 32;
        }
    },
    KELVIN_FOR_CELSIUS {
        @Override
        double mended(double value) {
            return value - 273.15;
        }
    };

    /** A nearer value is not taken for one in another unit, nor is one that is not far beyond what is uncertain. */
    private static final double LEAST_SLIP = 3;

    private static final double FAR_BEYOND = 4;
    private static final double SURE = 5;
    private static final double ROUNDING = 0.5;

    /** The mended value must be so many times nearer than the value as it came; once it has slipped, fewer times. */
    private static final double NEARER = 12;

    private static final double STILL_NEARER = 5;

    private static final UnitSlip[] ALL = values();
    private static final UnitSlip[] FROM_CELSIUS = {FAHRENHEIT_FOR_CELSIUS, KELVIN_FOR_CELSIUS};
    private static final UnitSlip[] FROM_FAHRENHEIT = {CELSIUS_FOR_FAHRENHEIT};

    /** The value in the unit that was meant. */
    abstract double mended(double value);

    /** The slips that a sensor with a unit may make; all where the unit is not known. */
    static UnitSlip[] of(@Nullable String unit) {
        String known = unit == null ? "" : unit.strip().toUpperCase(Locale.ROOT).replace("°", "");
        return switch (known) {
            case "C", "CELSIUS" -> FROM_CELSIUS;
            case "F", "FAHRENHEIT" -> FROM_FAHRENHEIT;
            default -> ALL;
        };
    }

    /** Puts the value into the unit that was meant, if it is strange as it came and right in that; answers whether. */
    static boolean mend(Evidence evidence, UnitSlip[] slips, boolean slippedBefore) {
        double sure = SURE * Math.sqrt(evidence.expectedVariance + evidence.noise) + evidence.excuse;
        double away = Math.abs(evidence.raw - evidence.expected);
        if (!(away >= Math.max(LEAST_SLIP, FAR_BEYOND * sure))) {
            return false;
        }
        for (UnitSlip slip : slips) {
            double mended = slip.mended(evidence.raw);
            double near = slippedBefore ? away / STILL_NEARER : Math.min(sure + ROUNDING, away / NEARER);
            if (Math.abs(mended - evidence.expected) < near) {
                evidence.value = mended;
                return true;
            }
        }
        return false;
    }
}
