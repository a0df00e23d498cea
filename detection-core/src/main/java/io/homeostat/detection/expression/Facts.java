package io.homeostat.detection.expression;

/** What an expression may speak of: one reading, what went before it, and its sensor. */
public interface Facts {

    /** The reading's value. */
    double value();

    /** The value of the reading before; given only to an expression that {@link Expression#needsPrevious needs} it. */
    double previous();

    /** The aggregate of one of the expression's windows, this reading included. */
    double window(int index);
}
