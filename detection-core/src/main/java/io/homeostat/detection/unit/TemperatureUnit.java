package io.homeostat.detection.unit;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The units that become each other; of any other it is known only whether two are the same. */
public enum TemperatureUnit {
    CELSIUS {
        @Override
        Conversion to(TemperatureUnit other) {
            return switch (other) {
                case CELSIUS -> SAME;
                case FAHRENHEIT -> new Conversion(0, 9, 5, 32);
                case KELVIN -> new Conversion(0, 1, 1, 273.15);
            };
        }
    },
    FAHRENHEIT {
        @Override
        Conversion to(TemperatureUnit other) {
            return switch (other) {
                case CELSIUS -> new Conversion(-32, 5, 9, 0);
                case FAHRENHEIT -> SAME;
                case KELVIN -> new Conversion(459.67, 5, 9, 0);
            };
        }
    },
    KELVIN {
        @Override
        Conversion to(TemperatureUnit other) {
            return switch (other) {
                case CELSIUS -> new Conversion(0, 1, 1, -273.15);
                case FAHRENHEIT -> new Conversion(0, 9, 5, -459.67);
                case KELVIN -> SAME;
            };
        }
    };

    private static final Conversion SAME = new Conversion(0, 1, 1, 0);

    abstract Conversion to(TemperatureUnit other);

    /**
     * How figures in one unit become those in another.
     *
     * @return empty where they do not
     */
    public static Optional<Conversion> conversion(String from, String to) {
        if (from.equals(to)) {
            return Optional.of(SAME);
        }
        TemperatureUnit one = named(from);
        TemperatureUnit other = named(to);
        return one == null || other == null ? Optional.empty() : Optional.of(one.to(other));
    }

    private static @Nullable TemperatureUnit named(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "°c", "℃", "degc", "celsius" -> CELSIUS;
            case "°f", "℉", "degf", "fahrenheit" -> FAHRENHEIT;
            case "k", "°k", "kelvin" -> KELVIN;
            default -> null;
        };
    }
}
