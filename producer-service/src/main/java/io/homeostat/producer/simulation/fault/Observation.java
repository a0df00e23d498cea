package io.homeostat.producer.simulation.fault;

/**
 * What is, and what the sensor says. Immutable.
 *
 * @param truth the true value
 * @param reading the value that the sensor sends; NaN: it sends none
 */
public record Observation(double truth, double reading) {

    /** What a healthy sensor sees. */
    public static Observation healthy(double truth) {
        return new Observation(truth, truth);
    }

    /** The same truth, read as another value. */
    public Observation readAs(double value) {
        return new Observation(truth, value);
    }

    /** Whether the sensor sends anything. */
    public boolean isSent() {
        return !Double.isNaN(reading);
    }
}
