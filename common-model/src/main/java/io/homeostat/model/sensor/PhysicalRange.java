package io.homeostat.model.sensor;

/**
 * What a sensor can measure at all, in its own unit: a reading outside is no measurement. Immutable.
 *
 * @param min the least value, negative infinity where there is none
 * @param max the greatest value, positive infinity where there is none
 */
public record PhysicalRange(double min, double max) {

    public PhysicalRange {
        if (!(min < max)) {
            throw new IllegalArgumentException("min must be below max, were " + min + " and " + max);
        }
    }
}
