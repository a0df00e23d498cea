package io.homeostat.detection.alert;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.condition.Finding;
import io.homeostat.detection.lateness.HeldReadings;
import io.homeostat.detection.rule.JudgingRule;

/**
 * The state machine of one rule on one series: a pure function of the readings in the order of event time, and of the
 * time that timers have run to. Not thread-safe; a step allocates nothing.
 *
 * <pre>
 * QUIET ─ breach ─▶ PENDING ─ for is over ─▶ FIRING ─ clear ─▶ RECOVERING ─ clear.for is over ─▶ QUIET
 *                   └─ no breach ─▶ QUIET       ▲                   └─ not clear ─┐
 *                                               └─────────────────────────────────┘
 * </pre>
 *
 * Without a {@code for} there is no PENDING, without a {@code clear.for} no RECOVERING. A timer comes before a reading
 * of the same time.
 */
final class AlertMachine {

    static final long NO_DEADLINE = Long.MAX_VALUE;

    enum Phase {
        QUIET,
        PENDING,
        FIRING,
        RECOVERING
    }

    /** Told of each step, with its time and the index of the reading that caused it or went before it. */
    @FunctionalInterface
    interface Observer {
        void onTransition(Transition transition, long atMillis, int cause, boolean byTimer);
    }

    private static final Phase[] PHASES = Phase.values();

    private Phase phase = Phase.QUIET;
    private long openedAtMillis;
    private int openerPartition;
    private long openerOffset;
    private long recoveringSinceMillis;

    Phase phase() {
        return phase;
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

    /** When the running timer is over, in event time. */
    long deadlineMillis(JudgingRule rule) {
        return switch (phase) {
            case PENDING -> openedAtMillis + rule.holdForMillis();
            case RECOVERING -> recoveringSinceMillis + rule.clearForMillis();
            case QUIET, FIRING -> NO_DEADLINE;
        };
    }

    /** Takes one reading, after the timers that are over by its time. */
    void step(JudgingRule rule, HeldReadings held, int index, Observer observer) {
        long timeMillis = held.timeMillis(index);
        if (deadlineMillis(rule) <= timeMillis) {
            advance(rule, timeMillis, Math.max(0, index - 1), observer);
        }
        Finding finding = rule.condition().judge(held.value(index));
        switch (phase) {
            case QUIET -> {
                if (finding == Finding.BREACH) {
                    open(rule, held, index, observer);
                }
            }
            case PENDING -> {
                if (finding != Finding.BREACH) {
                    enter(Phase.QUIET, Transition.LAPSED, timeMillis, index, observer);
                }
            }
            case FIRING -> {
                if (finding == Finding.CLEAR) {
                    recover(rule, timeMillis, index, observer);
                }
            }
            case RECOVERING -> {
                if (finding != Finding.CLEAR) {
                    enter(Phase.FIRING, Transition.RELAPSED, timeMillis, index, observer);
                }
            }
        }
    }

    /** Lets the timers run to a time. */
    void advance(JudgingRule rule, long toMillis, int cause, Observer observer) {
        long deadlineMillis = deadlineMillis(rule);
        if (deadlineMillis > toMillis) {
            return;
        }
        if (phase == Phase.PENDING) {
            phase = Phase.FIRING;
            observer.onTransition(Transition.FIRED, deadlineMillis, cause, true);
        } else {
            phase = Phase.QUIET;
            observer.onTransition(Transition.RESOLVED, deadlineMillis, cause, true);
        }
    }

    /** Forgets an alert that something else has ended. */
    void reset() {
        phase = Phase.QUIET;
    }

    void copyFrom(AlertMachine other) {
        phase = other.phase;
        openedAtMillis = other.openedAtMillis;
        openerPartition = other.openerPartition;
        openerOffset = other.openerOffset;
        recoveringSinceMillis = other.recoveringSinceMillis;
    }

    @SuppressWarnings("EnumOrdinal") // another order of the phases is another version of the binary form
    void write(ByteWriter out, long baseMillis) {
        out.writeByte(phase.ordinal());
        if (phase != Phase.QUIET) {
            out.writeLong(baseMillis - openedAtMillis);
            out.writeLong(openerPartition);
            out.writeLong(openerOffset);
            if (phase == Phase.RECOVERING) {
                out.writeLong(baseMillis - recoveringSinceMillis);
            }
        }
    }

    void read(ByteReader in, long baseMillis) {
        phase = PHASES[in.readByte()];
        if (phase != Phase.QUIET) {
            openedAtMillis = baseMillis - in.readLong();
            openerPartition = in.readInt();
            openerOffset = in.readLong();
            if (phase == Phase.RECOVERING) {
                recoveringSinceMillis = baseMillis - in.readLong();
            }
        }
    }

    private void open(JudgingRule rule, HeldReadings held, int index, Observer observer) {
        openedAtMillis = held.timeMillis(index);
        openerPartition = held.partition(index);
        openerOffset = held.offset(index);
        if (rule.holdForMillis() == 0) {
            enter(Phase.FIRING, Transition.FIRED, openedAtMillis, index, observer);
        } else {
            enter(Phase.PENDING, Transition.PENDING, openedAtMillis, index, observer);
        }
    }

    private void recover(JudgingRule rule, long timeMillis, int index, Observer observer) {
        if (rule.clearForMillis() == 0) {
            enter(Phase.QUIET, Transition.RESOLVED, timeMillis, index, observer);
        } else {
            recoveringSinceMillis = timeMillis;
            enter(Phase.RECOVERING, Transition.RECOVERING, timeMillis, index, observer);
        }
    }

    private void enter(Phase next, Transition transition, long atMillis, int cause, Observer observer) {
        phase = next;
        observer.onTransition(transition, atMillis, cause, false);
    }
}
