package io.homeostat.detection.condition;

/**
 * What a rule does not allow, with the band in which an open alert ends. Immutable; judging allocates nothing.
 *
 * <p>A new kind of rule is a new implementation and its line in {@link ConditionKind}.
 */
public interface Condition {

    /** What the condition says of a finite value. */
    Finding judge(double value);

    /** The limit that a breach of this value passed, or that a value which is none is nearest to. */
    double limit(double value);

    /** Why the value is a breach, or why it no longer is one. */
    Reason reason(double value);

    /** The nearest value that is no breach. */
    double nearestGood(double value);
}
