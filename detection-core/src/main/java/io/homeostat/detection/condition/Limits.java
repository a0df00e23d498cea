package io.homeostat.detection.condition;

/**
 * The condition of the kinds {@code threshold} and {@code range}: a value beyond a limit is a breach, a value on it is
 * none. Immutable; a judgement costs four comparisons.
 *
 * <p>An open alert ends with a value beyond all clear limits; between limit and clear limit it stays as it is
 * (hysteresis), so a value that trembles on the limit makes one alert, not many.
 *
 * @param above the upper limit, positive infinity where there is none
 * @param below the lower limit, negative infinity where there is none
 * @param clearBelow what a value must be below for an alert to end; {@code NaN}: not above {@code above} is enough
 * @param clearAbove what a value must be above for an alert to end; {@code NaN}: not below {@code below} is enough
 */
record Limits(double above, double below, double clearBelow, double clearAbove) implements Condition {

    @Override
    public Finding judge(double value) {
        if (value > above || value < below) {
            return Finding.BREACH;
        }
        // a comparison with NaN is false: a clear limit that is not there never stands in the way
        return value >= clearBelow || value <= clearAbove ? Finding.BETWEEN : Finding.CLEAR;
    }

    @Override
    public double limit(double value) {
        if (value > above) {
            return above;
        }
        if (value < below) {
            return below;
        }
        return Math.abs(value - above) <= Math.abs(value - below) ? above : below;
    }

    @Override
    public Reason reason(double value) {
        if (value > above) {
            return Reason.ofLimit("above-limit", "above", value, above);
        }
        if (value < below) {
            return Reason.ofLimit("below-limit", "below", value, below);
        }
        return limit(value) == above ? reasonBelowUpper(value) : reasonAboveLower(value);
    }

    @Override
    public double nearestGood(double value) {
        return Math.min(Math.max(value, below), above);
    }

    private Reason reasonBelowUpper(double value) {
        if (value < clearBelow) {
            return Reason.ofLimit("below-clear-limit", "below", value, clearBelow);
        }
        return Reason.ofLimit("not-above-limit", "not above", value, above);
    }

    private Reason reasonAboveLower(double value) {
        if (value > clearAbove) {
            return Reason.ofLimit("above-clear-limit", "above", value, clearAbove);
        }
        return Reason.ofLimit("not-below-limit", "not below", value, below);
    }
}
