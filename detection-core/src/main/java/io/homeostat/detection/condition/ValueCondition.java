package io.homeostat.detection.condition;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.lateness.HeldReadings;
import io.homeostat.detection.unit.Conversion;
import io.homeostat.model.alert.Severity;
import io.homeostat.model.sensor.PhysicalRange;
import java.util.Arrays;
import java.util.List;

/**
 * The kinds {@code threshold}, {@code range} and {@code levels}: each value by itself is beyond a limit or not. Immutable,
 * and as it remembers nothing, its own memory. A judgement costs four comparisons, and one more for each level.
 */
public final class ValueCondition implements Condition, Memory {

    /** The form of every condition of values: there is nothing that could not be exchanged. */
    public static final int FORM = "value".hashCode();

    private final Limits limits;
    private final List<Severity> severities;
    /** How far a value must lie beyond the first limit for each level but the lowest. */
    private final double[] steps;

    private final Subject subject;

    /** A condition of one level. */
    ValueCondition(Limits limits) {
        this(limits, List.of(), new double[0]);
    }

    /** The condition that what a sensor cannot measure breaches. */
    public static ValueCondition ofPhysicalRange(PhysicalRange range) {
        Limits limits = new Limits(range.max(), range.min(), Double.NaN, Double.NaN);
        return new ValueCondition(limits, List.of(), new double[0], Subject.MEASUREMENT);
    }

    /**
     * A condition of several levels.
     *
     * @param limits those of the lowest level, which is that of the alert
     * @param severities the severities from the lowest
     * @param steps the limits of all levels but the lowest, from the least bad
     */
    ValueCondition(Limits limits, List<Severity> severities, double[] steps) {
        this(limits, severities, steps, Subject.VALUE);
    }

    private ValueCondition(Limits limits, List<Severity> severities, double[] steps, Subject subject) {
        this.limits = limits;
        this.severities = List.copyOf(severities);
        this.steps = steps.clone();
        this.subject = subject;
    }

    @Override
    public ValueCondition converted(Conversion to) {
        double[] further = Arrays.stream(steps).map(to::value).toArray();
        return new ValueCondition(limits.ofValues(to), severities, further, subject);
    }

    /** The nearest value that is no breach. */
    public double nearestGood(double value) {
        return limits.nearestGood(value);
    }

    @Override
    public Memory remember() {
        return this;
    }

    @Override
    public int form() {
        return FORM;
    }

    @Override
    public List<Severity> severities() {
        return severities;
    }

    @Override
    public void read(HeldReadings held, int index, Verdicts to) {
        double value = held.value(index);
        to.verdict(
                held.timeMillis(index),
                limits.judge(value),
                level(value),
                value,
                held.partition(index),
                held.offset(index));
    }

    @Override
    public void pass(long toMillis, Verdicts to) {}

    @Override
    public long nextMillis() {
        return NEVER;
    }

    @Override
    public Finding judge(double value) {
        return limits.judge(value);
    }

    @Override
    public double limit(double value) {
        int level = level(value);
        return level == 0 ? limits.limit(value) : steps[level - 1];
    }

    @Override
    public Reason reason(double value) {
        return level(value) == 0 ? limits.reason(value, subject) : limits.beyond(value, limit(value), subject);
    }

    private int level(double value) {
        int level = 0;
        boolean upwards = value > limits.above();
        while (level < steps.length && (upwards ? value > steps[level] : value < steps[level])) {
            level++;
        }
        return limits.judge(value) == Finding.BREACH ? level : 0;
    }

    @Override
    public void copyFrom(Memory other) {}

    @Override
    public void write(ByteWriter out) {}

    @Override
    public void read(ByteReader in) {}

    @Override
    public String toString() {
        return limits + (steps.length == 0 ? "" : severities + Arrays.toString(steps));
    }
}
