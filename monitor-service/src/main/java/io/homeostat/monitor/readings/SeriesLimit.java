package io.homeostat.monitor.readings;

import io.homeostat.model.alert.Severity;

/**
 * A limit that a rule sets to a series. Immutable.
 *
 * @param kind {@code above} or {@code below}: which side of it is not allowed
 */
public record SeriesLimit(String ruleId, String kind, double value, Severity severity) {

    /** The same limit at another value. */
    SeriesLimit withValue(double other) {
        return new SeriesLimit(ruleId, kind, other, severity);
    }
}
