package io.homeostat.detection.alert;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.condition.Finding;
import io.homeostat.detection.condition.Memory;
import io.homeostat.detection.condition.Verdicts;
import io.homeostat.detection.lateness.HeldReadings;
import io.homeostat.detection.rule.JudgingRule;
import org.jspecify.annotations.Nullable;

/**
 * One run of a rule over a series: what its condition remembers of the readings, and where the alert stands. Not
 * thread-safe; a reading that changes nothing allocates nothing.
 */
final class Course implements Verdicts, AlertMachine.Observer {

    /** Told of each step of the alert; the course can then be asked for the details. */
    @FunctionalInterface
    interface Follower {
        void onStep(Course course, Transition transition, long atMillis);
    }

    final AlertMachine machine = new AlertMachine();

    private @Nullable Memory memory;
    private @Nullable JudgingRule rule;
    private @Nullable Follower follower;

    private int lastPartition = BY_TIME;
    private long lastOffset;

    /** What caused the step that is being taken. */
    private boolean byTimer;

    private int causePartition;
    private long causeOffset;

    /** The condition's memory, from which the course goes on. */
    void remember(Memory from) {
        memory = from;
    }

    Memory memory() {
        return bound(memory);
    }

    boolean isAsleep() {
        return memory == null;
    }

    /** Takes the reading at an index. */
    void read(JudgingRule by, HeldReadings held, int index, Follower to) {
        rule = by;
        follower = to;
        memory().read(held, index, this);
        lastPartition = held.partition(index);
        lastOffset = held.offset(index);
    }

    /** The newest held reading is the one that was taken last. */
    void lastReadIs(HeldReadings held) {
        int newest = held.size() - 1;
        lastPartition = newest < 0 ? BY_TIME : held.partition(newest);
        lastOffset = newest < 0 ? 0 : held.offset(newest);
    }

    void writeLastRead(ByteWriter out) {
        out.writeLong(lastPartition);
        out.writeLong(lastOffset);
    }

    void readLastRead(ByteReader in) {
        lastPartition = in.readInt();
        lastOffset = in.readLong();
    }

    /** Lets event time pass to a moment. */
    void pass(JudgingRule by, long toMillis, Follower to) {
        rule = by;
        follower = to;
        Memory of = memory();
        for (long next = of.nextMillis(); next <= toMillis; next = of.nextMillis()) {
            of.pass(next, this);
        }
        runTimers(toMillis);
    }

    /** When time alone brings something, in event time. */
    long deadlineMillis(JudgingRule by) {
        Memory of = memory;
        return Math.min(of == null ? Memory.NEVER : of.nextMillis(), machine.deadlineMillis(by));
    }

    @Override
    public void verdict(long atMillis, Finding finding, int level, double measure, int partition, long offset) {
        runTimers(atMillis);
        byTimer = false;
        causePartition = partition;
        causeOffset = offset;
        machine.take(bound(rule), atMillis, finding, level, measure, partition, offset, this);
    }

    private void runTimers(long toMillis) {
        byTimer = true;
        causePartition = BY_TIME;
        causeOffset = 0;
        machine.advance(bound(rule), toMillis, this);
    }

    @Override
    public void onTransition(Transition transition, long atMillis) {
        bound(follower).onStep(this, transition, atMillis);
    }

    /** Whether time caused the step that is being taken. */
    boolean isByTime() {
        return causePartition == BY_TIME;
    }

    int causePartition() {
        return causePartition;
    }

    long causeOffset() {
        return causeOffset;
    }

    /** The step that is being taken, with all that is told of it. */
    Step step(Transition transition, long atMillis) {
        double measure = machine.measure();
        return new Step(
                transition,
                atMillis,
                isByTime(),
                machine.level(),
                measure,
                memory().limit(measure),
                AlertReasons.of(transition, byTimer, bound(rule), memory().reason(measure)),
                isByTime() ? lastPartition : causePartition,
                isByTime() ? lastOffset : causeOffset);
    }

    /** A step that was taken before, as far as is known now. */
    Step settledStep(JudgingRule by, Transition transition, long atMillis) {
        rule = by;
        causePartition = machine.openerPartition();
        causeOffset = machine.openerOffset();
        byTimer = false;
        return step(transition, atMillis);
    }

    /** Goes on from where another course of the same rule is. */
    void copyFrom(Course other) {
        machine.copyFrom(other.machine);
        rule = other.rule;
        lastPartition = other.lastPartition;
        lastOffset = other.lastOffset;
        Memory of = memory;
        Memory from = other.memory;
        if (of != null && from != null) {
            of.copyFrom(from);
        }
    }

    private static <T> T bound(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("a course must be bound to a rule first");
        }
        return part;
    }
}
