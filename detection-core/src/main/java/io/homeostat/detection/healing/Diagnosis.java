package io.homeostat.detection.healing;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/**
 * What is the matter with a series, from one reading to the next. Mutable, not thread-safe; 150 bytes.
 *
 * <p><b>Idea.</b> What a sensor measures has inertia, its electronics have none. A jump within one reading that no sibling
 * shares is a fault: a spike if it is over with the next reading, a burst if the next lies elsewhere, an offset if it
 * stays. A departure over several readings may be real and is left alone, unless it goes on growing for an hour like a
 * ramp: a drift. An offset that decays like heat was an event after all.
 */
final class Diagnosis {

    private static final double JUMP = 5.5;
    private static final double JUMP_ALONE = 7;
    private static final double FAR = 4.5;
    private static final double NEAR = 4;
    private static final double WITHIN_BURST = 1.4;
    private static final double DRIFT_SCORE = 7.5;
    private static final int WILD = 2;

    /** A thermal event is known by its decay within the hour; a drift that shrinks in its first hours was one, too. */
    private static final long DECAY_MILLIS = 3_600_000;

    private static final long DRIFT_DOUBTED_MILLIS = 3 * 3_600_000L;
    private static final double DECAYED_EARLY = 0.12;
    private static final double DECAYED_LATE = 0.5;
    private static final double DECAYED_SURELY = 8;

    private static final double JUMPINESS_GAIN = 1.0 / 500;

    /** A series alone that jumps more than six times in five hundred readings does so by nature. */
    private static final double JUMPY = 0.0125;

    private static final int SPIKES_ALONE = 5;
    private static final int UNDECIDED_ALONE = 8;
    private static final int UNEXPLAINED_READINGS = 60;

    private final Jump jump = new Jump();
    private final Scatter scatter = new Scatter();
    private final Bias bias = new Bias();
    private final Departure departure = new Departure();
    private Condition condition = Condition.GOOD;
    private long sinceMillis;
    private int unexplained;
    private double jumpiness;

    private boolean corrects;
    private boolean learns;
    private boolean restarts;

    /** Judges a reading; what follows is in {@link #corrects}, {@link #learns} and {@link #restarts}. */
    FaultKind judge(Evidence evidence, SensorTrack self, SensorTrack[] members) {
        corrects = false;
        learns = false;
        restarts = false;
        jumpiness -= JUMPINESS_GAIN * jumpiness;
        if (evidence.unitSlipped) {
            corrects = true;
            return FaultKind.UNIT_SLIP;
        }
        if (self.run().isStuck() && condition != Condition.DRIFTING) {
            condition = Condition.STUCK;
            corrects = evidence.isWitnessed();
            return FaultKind.STUCK;
        }
        if (condition == Condition.STUCK) {
            become(Condition.GOOD, evidence);
        }
        if (evidence.isWitnessed()) {
            self.difference().take(evidence.difference());
        }
        return switch (condition) {
            case GOOD, STUCK -> good(evidence, self, members);
            case JUMPED -> jumped(evidence, self, members);
            case OFFSET -> offset(evidence, self);
            case BURST -> burst(evidence);
            case DRIFTING -> drifting(evidence, self);
        };
    }

    /** Takes a reading on trust: too little is known to judge. */
    void trust() {
        corrects = false;
        learns = true;
        restarts = false;
    }

    private FaultKind good(Evidence evidence, SensorTrack self, SensorTrack[] members) {
        boolean witnessed = evidence.isWitnessed() && self.difference().isKnown() && !departure.hasDeparted();
        double far = (witnessed ? JUMP : JUMP_ALONE) * evidence.surpriseDeviation() + evidence.excuse;
        boolean jumped = Math.abs(evidence.surprise()) > far
                && (!witnessed || Math.abs(evidence.difference()) > FAR * evidence.deviation + evidence.excuse);
        if (jumped) {
            return jump(evidence, self, members);
        }
        learns = true;
        if (evidence.isWitnessed() && self.difference().isKnown()) {
            scatter.take(evidence.difference() / (evidence.deviation + evidence.excuse));
            if (scatter.isWide()) {
                become(Condition.BURST, evidence);
                learns = false;
                return burst(evidence);
            }
            departure.look(evidence, self);
        }
        if (departure.hasDeparted()) {
            return FaultKind.LOCAL_EVENT;
        }
        if (unexplained > 0) {
            unexplained--;
            return FaultKind.UNEXPLAINED;
        }
        return FaultKind.NONE;
    }

    private FaultKind jump(Evidence evidence, SensorTrack self, SensorTrack[] members) {
        jumpiness += JUMPINESS_GAIN;
        become(Condition.JUMPED, evidence);
        jump.begin(evidence.value - evidence.expected);
        if (self.witnesses().moveLike(jump.first(), members, evidence.timeMillis)) {
            return event(evidence);
        }
        if (!evidence.isWitnessed() && jumpiness > JUMPY) {
            return FaultKind.UNEXPLAINED;
        }
        corrects = true;
        return FaultKind.SPIKE;
    }

    private FaultKind jumped(Evidence evidence, SensorTrack self, SensorTrack[] members) {
        if (isNear(evidence, self)) {
            become(Condition.GOOD, evidence);
            learns = true;
            return FaultKind.NONE;
        }
        if (departure.takesBack(evidence, FAR * evidence.deviation + evidence.excuse, self)) {
            become(Condition.GOOD, evidence);
            restarts = true;
            return FaultKind.UNEXPLAINED;
        }
        jump.next();
        if (jump.count() <= Jump.FRESH && self.witnesses().moveLike(jump.first(), members, evidence.timeMillis)) {
            return event(evidence);
        }
        double off = evidence.value - evidence.expected;
        if (jump.isRising(off, evidence.noise)) {
            return departs(evidence);
        }
        jump.follow(off, evidence.noise);
        return evidence.isWitnessed() && !departure.hasDeparted() ? among(evidence, self) : alone(evidence);
    }

    /** What the siblings do not share is mended, whatever it will be. */
    private FaultKind among(Evidence evidence, SensorTrack self) {
        corrects = true;
        if (jump.wild() >= WILD) {
            become(Condition.BURST, evidence);
            return FaultKind.NOISE_BURST;
        }
        if (jump.same() == 0) {
            return FaultKind.NOISE_BURST;
        }
        jump.settle(evidence.difference());
        if (jump.same() >= Jump.FRESH) {
            condition = Condition.OFFSET;
            self.difference().startFast(evidence.difference());
        }
        return FaultKind.OFFSET;
    }

    /** What goes on rising over several readings, or decays, has inertia, as heat has: it may be real. */
    private FaultKind departs(Evidence evidence) {
        become(Condition.GOOD, evidence);
        departure.begin(evidence.timeMillis);
        restarts = true;
        return FaultKind.LOCAL_EVENT;
    }

    /** Nobody can tell whether a jump is real: what comes once is mended, what stays is only suspected. */
    private FaultKind alone(Evidence evidence) {
        if (jump.same() == 0 && jump.count() <= SPIKES_ALONE) {
            corrects = evidence.isWitnessed() || jumpiness <= JUMPY;
            return FaultKind.SPIKE;
        }
        if (jump.same() >= Jump.FRESH || jump.count() > UNDECIDED_ALONE) {
            become(Condition.GOOD, evidence);
            restarts = true;
            unexplained = UNEXPLAINED_READINGS;
        }
        return FaultKind.UNEXPLAINED;
    }

    private FaultKind offset(Evidence evidence, SensorTrack self) {
        if (!evidence.isWitnessed()) {
            return FaultKind.UNEXPLAINED;
        }
        if (isNear(evidence, self)) {
            become(Condition.GOOD, evidence);
            learns = true;
            self.difference().restartFast();
            return FaultKind.NONE;
        }
        boolean early = evidence.timeMillis - sinceMillis < DECAY_MILLIS;
        if (early && jump.isRising(evidence.difference(), evidence.noise)) {
            return departs(evidence);
        }
        jump.stay(evidence.difference());
        double level = Math.abs(jump.anchor());
        double decayed = level - Math.abs(self.difference().fast());
        double sure = DECAYED_SURELY * self.difference().fastDeviation() + evidence.excuse;
        if (decayed > Math.max(sure, (early ? DECAYED_EARLY : DECAYED_LATE) * level)) {
            return departs(evidence);
        }
        corrects = true;
        return FaultKind.OFFSET;
    }

    private FaultKind burst(Evidence evidence) {
        if (!evidence.isWitnessed()) {
            become(Condition.GOOD, evidence);
            learns = true;
            return FaultKind.UNEXPLAINED;
        }
        scatter.take(evidence.difference() / (evidence.deviation + evidence.excuse));
        if (scatter.isElsewhere()) {
            return departs(evidence);
        }
        double size = Math.abs(evidence.difference());
        if (scatter.isOver(size, evidence.deviation, evidence.excuse)) {
            become(Condition.GOOD, evidence);
            learns = true;
            return FaultKind.NONE;
        }
        corrects = size > WITHIN_BURST * evidence.deviation + evidence.excuse;
        return FaultKind.NOISE_BURST;
    }

    private FaultKind drifting(Evidence evidence, SensorTrack self) {
        if (!evidence.isWitnessed()) {
            return FaultKind.DRIFT;
        }
        bias.take(evidence.difference(), evidence.deviation);
        if (bias.isGone()) {
            become(Condition.GOOD, evidence);
            departure.end();
            restarts = true;
            self.difference().restartFast();
            self.drift().forgetDay();
            return FaultKind.NONE;
        }
        if (evidence.timeMillis - sinceMillis < DRIFT_DOUBTED_MILLIS && bias.decays(evidence.deviation)) {
            return departs(evidence);
        }
        evidence.bias = bias.value();
        evidence.biasVariance = bias.variance(evidence.deviation);
        corrects = true;
        return FaultKind.DRIFT;
    }

    /** Hears of the end of a quarter of an hour. */
    void hear(DriftWatch drift, Difference difference, int siblings, long timeMillis) {
        if (condition == Condition.GOOD
                && siblings >= 2
                && Math.abs(drift.score()) > DRIFT_SCORE
                && drift.isGrowing()) {
            condition = Condition.DRIFTING;
            sinceMillis = timeMillis;
            bias.begin(drift.reached());
            difference.forgetRecent();
            difference.startFast(drift.reached());
        }
    }

    private FaultKind event(Evidence evidence) {
        become(Condition.GOOD, evidence);
        restarts = true;
        return FaultKind.EVENT;
    }

    private boolean isNear(Evidence evidence, SensorTrack self) {
        if (evidence.isWitnessed() && self.difference().isKnown()) {
            return Math.abs(evidence.difference()) <= NEAR * evidence.deviation + evidence.excuse;
        }
        return Math.abs(evidence.surprise()) <= FAR * evidence.surpriseDeviation();
    }

    private void become(Condition next, Evidence evidence) {
        condition = next;
        sinceMillis = evidence.timeMillis;
        jump.clear();
        scatter.clear();
    }

    Condition condition() {
        return condition;
    }

    /** Whether its readings are good enough to bear witness. */
    boolean isTrusted(boolean byDeparted) {
        return condition == Condition.GOOD && (byDeparted || !departure.hasDeparted()) && unexplained == 0;
    }

    /** Whether it is well, or in the first readings after a jump: then its moves may be real. */
    boolean isMoving() {
        return condition == Condition.GOOD || (condition == Condition.JUMPED && jump.isFresh());
    }

    /** Whether what its own past foretells is worth hearing beside its siblings. */
    boolean trustsPast() {
        return condition == Condition.GOOD || condition == Condition.JUMPED;
    }

    /** Since when it is away from its siblings. */
    long departedMillis() {
        return departure.sinceMillis();
    }

    /** Whether it is away from its siblings without being called broken. */
    boolean hasDeparted() {
        return departure.hasDeparted();
    }

    /** Whether the reading judged last is to be mended. */
    boolean corrects() {
        return corrects;
    }

    /** Whether the series' own model may learn it. */
    boolean learns() {
        return learns;
    }

    /** Whether the series' own model begins anew with it. */
    boolean restarts() {
        return restarts;
    }

    void write(ByteWriter out) {
        out.writeByte(condition.code());
        out.writeFixedLong(sinceMillis);
        out.writeLong(unexplained);
        out.writeDouble(jumpiness);
        jump.write(out);
        scatter.write(out);
        bias.write(out);
        departure.write(out);
    }

    void read(ByteReader in) {
        condition = Condition.of(in.readByte());
        sinceMillis = in.readFixedLong();
        unexplained = in.readInt();
        jumpiness = in.readDouble();
        jump.read(in);
        scatter.read(in);
        bias.read(in);
        departure.read(in);
    }
}
