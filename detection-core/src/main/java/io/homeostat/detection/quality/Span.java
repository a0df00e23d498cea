package io.homeostat.detection.quality;

/** The values from a lowest to a highest, both included. Immutable. */
public record Span(double lowest, double highest) {

    public Span {
        if (!(lowest <= highest)) {
            throw new IllegalArgumentException(
                    "the lowest value of a span must not be above its highest, was %s..%s".formatted(lowest, highest));
        }
    }

    boolean contains(double value) {
        return value >= lowest && value <= highest;
    }

    boolean contains(Span other) {
        return contains(other.lowest) && contains(other.highest);
    }
}
