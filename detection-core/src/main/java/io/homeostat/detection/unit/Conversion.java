package io.homeostat.detection.unit;

/**
 * How a figure in one unit becomes the same in another: {@code (figure + shift) · times / by + plus}, in this order, so
 * that whole degrees stay whole. It never turns an order round. Immutable.
 *
 * @param shift what is added first
 * @param times what is multiplied with, above 0
 * @param by what is divided by, above 0
 * @param plus what is added last
 */
public record Conversion(double shift, double times, double by, double plus) {

    public Conversion {
        if (!(times > 0) || !(by > 0)) {
            throw new IllegalArgumentException("times and by must be above 0, were " + times + " and " + by);
        }
    }

    /** A value: a temperature on one scale becomes that on the other. */
    public double value(double figure) {
        return (figure + shift) * times / by + plus;
    }

    /** A difference of two values: a change, a distance, a tolerance, a standard deviation. */
    public double difference(double figure) {
        return figure * times / by;
    }
}
