package io.homeostat.detection.expression;

import java.util.Map;

/** What an expression may speak of: one reading, what went before it, and its sensor. */
public interface Facts {

    /** The reading's value. */
    double value();

    /** The value of the reading before; given only to an expression that {@link Expression#needsPrevious needs} it. */
    double previous();

    /**
     * What is known of the sensor: {@code id}, {@code labels} (texts by name), {@code unit} and {@code group}, empty where
     * they are not known. Given only to an expression that {@link Expression#needsSensor needs} it.
     */
    Map<String, Object> sensor();

    /** The aggregate of one of the expression's windows, this reading included. */
    double window(int index);
}
