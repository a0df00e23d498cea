package io.homeostat.detection.alert;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.condition.Finding;
import io.homeostat.detection.rule.JudgingRule;

/**
 * The state machine of one rule on one series: a pure function of the condition's verdicts in the order of event time,
 * and of the time that timers have run to. Not thread-safe; a step allocates nothing.
 *
 * <pre>
 * QUIET ─ breach ─▶ PENDING ─ for is over ─▶ FIRING ─ clear ─▶ RECOVERING ─ clear.for is over ─▶ QUIET
 *                   └─ no breach ─▶ QUIET       ▲                   └─ not clear ─┐
 *                                               └─────────────────────────────────┘
 * </pre>
 *
 * Without a {@code for} there is no PENDING, without a {@code clear.for} no RECOVERING. While it fires, its level goes up
 * and down with the breach; between limit and clear limit it is the lowest. A timer comes before a verdict of the same
 * time.
 */
final class AlertMachine {

    static final long NO_DEADLINE = Long.MAX_VALUE;

    enum Phase {
        QUIET,
        PENDING,
        FIRING,
        RECOVERING
    }

    /** Told of each step, with its time, when the machine has taken it. */
    @FunctionalInterface
    interface Observer {
        void onTransition(Transition transition, long atMillis);
    }

    private static final Phase[] PHASES = Phase.values();
    private static final int LEVEL_SHIFT = 2;
    private static final int HIGHEST_SHIFT = 4;
    private static final int MASK = 3;

    private Phase phase = Phase.QUIET;
    private int level;
    private int highestLevel;
    private long openedAtMillis;
    private int openerPartition;
    private long openerOffset;
    private long recoveringSinceMillis;
    /** What the latest verdict measured, kept while an alert is open. */
    private double measure;

    Phase phase() {
        return phase;
    }

    int level() {
        return level;
    }

    /** The highest level at which the alert has fired since it was opened. */
    int highestLevel() {
        return highestLevel;
    }

    /** Whether it is open, and this is what opened it. */
    boolean isOpenedBy(long timeMillis, int partition, long offset) {
        return phase != Phase.QUIET
                && openedAtMillis == timeMillis
                && openerPartition == partition
                && openerOffset == offset;
    }

    long openedAtMillis() {
        return openedAtMillis;
    }

    int openerPartition() {
        return openerPartition;
    }

    long openerOffset() {
        return openerOffset;
    }

    long recoveringSinceMillis() {
        return recoveringSinceMillis;
    }

    double measure() {
        return measure;
    }

    /** When the running timer is over, in event time. */
    long deadlineMillis(JudgingRule rule) {
        return switch (phase) {
            case PENDING -> openedAtMillis + rule.holdForMillis();
            case RECOVERING -> recoveringSinceMillis + rule.clearForMillis();
            case QUIET, FIRING -> NO_DEADLINE;
        };
    }

    /** Takes one verdict, before which the timers have run to its time. */
    void take(
            JudgingRule rule,
            long atMillis,
            Finding finding,
            int findingLevel,
            double findingMeasure,
            int partition,
            long offset,
            Observer observer) {
        measure = findingMeasure;
        switch (phase) {
            case QUIET -> {
                if (finding == Finding.BREACH) {
                    openedAtMillis = atMillis;
                    openerPartition = partition;
                    openerOffset = offset;
                    level = findingLevel;
                    boolean fires = rule.holdForMillis() == 0;
                    enter(
                            fires ? Phase.FIRING : Phase.PENDING,
                            fires ? Transition.FIRED : Transition.PENDING,
                            atMillis,
                            observer);
                }
            }
            case PENDING -> {
                level = findingLevel;
                if (finding != Finding.BREACH) {
                    enter(Phase.QUIET, Transition.LAPSED, atMillis, observer);
                }
            }
            case FIRING -> {
                if (finding == Finding.CLEAR) {
                    recover(rule, atMillis, observer);
                } else if (findingLevel != level) {
                    level = findingLevel;
                    enter(Phase.FIRING, Transition.LEVELLED, atMillis, observer);
                }
            }
            case RECOVERING -> {
                if (finding != Finding.CLEAR) {
                    level = findingLevel;
                    enter(Phase.FIRING, Transition.RELAPSED, atMillis, observer);
                }
            }
        }
    }

    /** Lets the timers run to a time. */
    void advance(JudgingRule rule, long toMillis, Observer observer) {
        long deadlineMillis = deadlineMillis(rule);
        if (deadlineMillis > toMillis) {
            return;
        }
        if (phase == Phase.PENDING) {
            enter(Phase.FIRING, Transition.FIRED, deadlineMillis, observer);
        } else {
            enter(Phase.QUIET, Transition.RESOLVED, deadlineMillis, observer);
        }
    }

    /** Forgets an alert that something else has ended. */
    void reset() {
        phase = Phase.QUIET;
    }

    void copyFrom(AlertMachine other) {
        phase = other.phase;
        level = other.level;
        highestLevel = other.highestLevel;
        openedAtMillis = other.openedAtMillis;
        openerPartition = other.openerPartition;
        openerOffset = other.openerOffset;
        recoveringSinceMillis = other.recoveringSinceMillis;
        measure = other.measure;
    }

    @SuppressWarnings("EnumOrdinal") // another order of the phases is another version of the binary form
    void write(ByteWriter out, long baseMillis) {
        out.writeByte(phase.ordinal() | level << LEVEL_SHIFT | highestLevel << HIGHEST_SHIFT);
        if (phase != Phase.QUIET) {
            out.writeLong(baseMillis - openedAtMillis);
            out.writeLong(openerPartition);
            out.writeLong(openerOffset);
            out.writeDouble(measure);
            if (phase == Phase.RECOVERING) {
                out.writeLong(baseMillis - recoveringSinceMillis);
            }
        }
    }

    void read(ByteReader in, long baseMillis) {
        int all = in.readByte();
        phase = PHASES[all & MASK];
        level = all >> LEVEL_SHIFT & MASK;
        highestLevel = all >> HIGHEST_SHIFT & MASK;
        if (phase != Phase.QUIET) {
            openedAtMillis = baseMillis - in.readLong();
            openerPartition = in.readInt();
            openerOffset = in.readLong();
            measure = in.readDouble();
            if (phase == Phase.RECOVERING) {
                recoveringSinceMillis = baseMillis - in.readLong();
            }
        }
    }

    /** Reads the first version of the binary form, which had neither a level nor a measure. */
    void readVersion1(ByteReader in, long baseMillis) {
        phase = PHASES[in.readByte()];
        if (phase != Phase.QUIET) {
            openedAtMillis = baseMillis - in.readLong();
            openerPartition = in.readInt();
            openerOffset = in.readLong();
            measure = Double.NaN;
            if (phase == Phase.RECOVERING) {
                recoveringSinceMillis = baseMillis - in.readLong();
            }
        }
    }

    private void recover(JudgingRule rule, long atMillis, Observer observer) {
        if (rule.clearForMillis() == 0) {
            enter(Phase.QUIET, Transition.RESOLVED, atMillis, observer);
        } else {
            recoveringSinceMillis = atMillis;
            enter(Phase.RECOVERING, Transition.RECOVERING, atMillis, observer);
        }
    }

    private void enter(Phase next, Transition transition, long atMillis, Observer observer) {
        phase = next;
        if (transition == Transition.FIRED) {
            highestLevel = level;
        } else if (next == Phase.FIRING) {
            highestLevel = Math.max(highestLevel, level);
        }
        observer.onTransition(transition, atMillis);
    }
}
