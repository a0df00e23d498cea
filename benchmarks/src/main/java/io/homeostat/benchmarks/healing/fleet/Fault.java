package io.homeostat.benchmarks.healing.fleet;

import java.util.SplittableRandom;

/** One fault of one sensor. Mutable: a stuck one keeps the first value. Not thread-safe. */
final class Fault {

    private final FaultKind kind;
    private final long beginMillis;
    private final long endMillis;
    private final double size;
    private final SplittableRandom random;
    private double first = Double.NaN;

    Fault(FaultKind kind, long beginMillis, long endMillis, double size, SplittableRandom random) {
        this.kind = kind;
        this.beginMillis = beginMillis;
        this.endMillis = endMillis;
        this.size = size;
        this.random = random;
    }

    FaultKind kind() {
        return kind;
    }

    long beginMillis() {
        return beginMillis;
    }

    long endMillis() {
        return endMillis;
    }

    double size() {
        return size;
    }

    SplittableRandom random() {
        return random;
    }

    double hours() {
        return (endMillis - beginMillis) / 3_600_000.0;
    }

    /** The first value that it was asked with. */
    double first(double shown) {
        if (Double.isNaN(first)) {
            first = shown;
        }
        return first;
    }

    double shown(double shown, long timeMillis) {
        double length = endMillis - beginMillis;
        return kind.shown(shown, this, length == 0 ? 1 : (timeMillis - beginMillis) / length);
    }

    /** The time stamp that is sent. */
    long stamp(long timeMillis) {
        return kind == FaultKind.CLOCK_JUMP ? timeMillis + Math.round(size * 60_000) : timeMillis;
    }
}
