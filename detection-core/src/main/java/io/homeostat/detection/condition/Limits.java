package io.homeostat.detection.condition;

import io.homeostat.detection.unit.Conversion;
import java.util.function.DoubleUnaryOperator;

/**
 * Limits of a measure, the value of a reading or what was worked out from several: beyond a limit is a breach, on it is
 * none. Immutable; a judgement costs four comparisons.
 *
 * <p>An open alert ends with a measure beyond all clear limits; between limit and clear limit it stays as it is
 * (hysteresis), so a value that trembles on the limit makes one alert, not many.
 *
 * @param above the upper limit, positive infinity where there is none
 * @param below the lower limit, negative infinity where there is none
 * @param clearBelow what a value must be below for an alert to end; {@code NaN}: not above {@code above} is enough
 * @param clearAbove what a value must be above for an alert to end; {@code NaN}: not below {@code below} is enough
 */
record Limits(double above, double below, double clearBelow, double clearAbove) {

    /** The same limits of values in another unit. */
    Limits ofValues(Conversion to) {
        return map(to::value);
    }

    /** The same limits of differences of values in another unit. */
    Limits ofDifferences(Conversion to) {
        return map(to::difference);
    }

    private Limits map(DoubleUnaryOperator conversion) {
        return new Limits(
                conversion.applyAsDouble(above),
                conversion.applyAsDouble(below),
                conversion.applyAsDouble(clearBelow),
                conversion.applyAsDouble(clearAbove));
    }

    /** What is said of a finite measure. */
    Finding judge(double value) {
        if (value > above || value < below) {
            return Finding.BREACH;
        }
        // a comparison with NaN is false: a clear limit that is not there never stands in the way
        return value >= clearBelow || value <= clearAbove ? Finding.BETWEEN : Finding.CLEAR;
    }

    /** The limit that a measure passed, or that one which passed none is nearest to. */
    double limit(double value) {
        if (value > above) {
            return above;
        }
        if (value < below) {
            return below;
        }
        return Math.abs(value - above) <= Math.abs(value - below) ? above : below;
    }

    /** Why a measure is a breach, or why it no longer is one. */
    Reason reason(double value, Subject of) {
        if (value > above || value < below) {
            return beyond(value, limit(value), of);
        }
        return limit(value) == above ? reasonBelowUpper(value, of) : reasonAboveLower(value, of);
    }

    /** That a measure is beyond a limit. */
    Reason beyond(double value, double limit, Subject of) {
        return value > limit
                ? of.compared("above-limit", "above", value, limit)
                : of.compared("below-limit", "below", value, limit);
    }

    /** The nearest measure that is no breach. */
    double nearestGood(double value) {
        return Math.min(Math.max(value, below), above);
    }

    private Reason reasonBelowUpper(double value, Subject of) {
        if (value < clearBelow) {
            return of.compared("below-clear-limit", "below", value, clearBelow);
        }
        return of.compared("not-above-limit", "not above", value, above);
    }

    private Reason reasonAboveLower(double value, Subject of) {
        if (value > clearAbove) {
            return of.compared("above-clear-limit", "above", value, clearAbove);
        }
        return of.compared("not-below-limit", "not below", value, below);
    }
}
