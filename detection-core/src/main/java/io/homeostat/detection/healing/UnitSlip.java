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
}
