package io.homeostat.detection.forecast;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/**
 * A straight line through the latest values: least squares with weights that fade exponentially with age, which for evenly
 * spaced readings is Brown's double exponential smoothing (1956), and which unlike that takes readings of any spacing and
 * says how sure it is. Mutable, not thread-safe; 56 bytes, constant time for a reading.
 */
final class Trend {

    private final double fadeMillis;

    /** Sums of the weights, and of the weighted ages and values: ages in units of the fading time, before the newest. */
    private double weights;

    private double weightsSquared;
    private double ages;
    private double agesSquared;
    private double values;
    private double valuesByAge;
    private double valuesSquared;

    /**
     * A line through nothing.
     *
     * @param fadeMillis after which a value has 1/e of its weight
     */
    Trend(long fadeMillis) {
        this.fadeMillis = fadeMillis;
    }

    /** Takes the next value, so long after the one before. */
    void add(double value, long afterMillis) {
        double older = afterMillis / fadeMillis;
        double fade = Math.exp(-older);
        // all that was there is older now, and then weighs less
        agesSquared = fade * (agesSquared + 2 * older * ages + older * older * weights);
        ages = fade * (ages + older * weights);
        valuesByAge = fade * (valuesByAge + older * values);
        weights = fade * weights + 1;
        weightsSquared = fade * fade * weightsSquared + 1;
        values = fade * values + value;
        valuesSquared = fade * valuesSquared + value * value;
    }

    /** How many values of equal weight it is as good as. */
    double size() {
        return weightsSquared == 0 ? 0 : weights * weights / weightsSquared;
    }

    private double spreadOfAges() {
        return agesSquared - ages * ages / weights;
    }

    /** The change of the value in one fading time. */
    private double slope() {
        double spread = spreadOfAges();
        return spread <= 1e-12 * weights ? 0 : -(valuesByAge - ages * values / weights) / spread;
    }

    /** The value of the line so long after the newest reading. */
    double at(long afterMillis) {
        return values / weights + slope() * (ages / weights + afterMillis / fadeMillis);
    }

    /** The standard deviation of the values around the line. */
    double deviation() {
        double slope = slope();
        double around = valuesSquared - values * values / weights - slope * slope * spreadOfAges();
        double size = size();
        double free = size > 3 ? size / (size - 2) : 3;
        return Math.sqrt(Math.max(0, around / weights) * free);
    }

    /** The standard error of a value so long after the newest reading: that of the line and that of one value around it. */
    double errorAt(long afterMillis) {
        double spread = spreadOfAges() / weights;
        double far = ages / weights + afterMillis / fadeMillis;
        double line = (1 + (spread <= 1e-12 ? 0 : far * far / spread)) / size();
        return deviation() * Math.sqrt(1 + line);
    }

    void copyFrom(Trend other) {
        weights = other.weights;
        weightsSquared = other.weightsSquared;
        ages = other.ages;
        agesSquared = other.agesSquared;
        values = other.values;
        valuesByAge = other.valuesByAge;
        valuesSquared = other.valuesSquared;
    }

    void write(ByteWriter out) {
        out.writeDouble(weights);
        out.writeDouble(weightsSquared);
        out.writeDouble(ages);
        out.writeDouble(agesSquared);
        out.writeDouble(values);
        out.writeDouble(valuesByAge);
        out.writeDouble(valuesSquared);
    }

    void read(ByteReader in) {
        weights = in.readDouble();
        weightsSquared = in.readDouble();
        ages = in.readDouble();
        agesSquared = in.readDouble();
        values = in.readDouble();
        valuesByAge = in.readDouble();
        valuesSquared = in.readDouble();
    }
}
