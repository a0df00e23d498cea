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
    private static final double CALM = 2.5;
    private static final int CALM_ENOUGH = 7;
    private static final double DEPARTED = 4.5;
    private static final double RETURNED = 2;
    private static final double DRIFT_SCORE = 7.5;
    private static final double RELEASED = 6;
    private static final long DRIFT_DOUBTED_MILLIS = 3 * 3_600_000L;
    private static final double DECAYED = 0.6;
    private static final double BIAS_GAIN = 1.0 / 15;
    private static final double BIAS_TREND_GAIN = BIAS_GAIN * BIAS_GAIN / 3;
    private static final double HEAT_GAIN = 1.0 / 6;
    private static final double HOT = 7;
    private static final long DECAY_MILLIS = 3_600_000;
    private static final long ACCEPTED_MILLIS = 24 * 3_600_000L;
    private static final int FRESH = 3;
    private static final int RISING = 2;
    private static final double GROWN = 1.4;
    private static final double COHERENT = 4;
    private static final double SCATTER = 3;

    private Condition condition = Condition.GOOD;
    private long sinceMillis;
    private double first;
    private double last;
    private int count;
    private int same;
    private int wild;
    private int calm;
    private int rising;
    private double anchor;
    private double heat;
    private double heatMean;
    private boolean departed;
    private long departedMillis;
    private int unexplained;
    private double bias;
    private double biasTrend;
    private double mostBias;
    private double release;
    private double accepted;

    private boolean corrects;
    private boolean learns;
    private boolean restarts;

    /** Judges a reading; what follows is in {@link #corrects}, {@link #learns} and {@link #restarts}. */
    FaultKind judge(Evidence evidence, SensorTrack self, SensorTrack[] members) {
        corrects = false;
        learns = false;
        restarts = false;
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
        boolean witnessed = evidence.isWitnessed() && self.difference().isKnown() && !departed;
        double jump = (witnessed ? JUMP : JUMP_ALONE) * evidence.surpriseDeviation() + evidence.excuse;
        boolean jumped = Math.abs(evidence.surprise()) > jump
                && (!witnessed || Math.abs(evidence.difference()) > FAR * evidence.deviation + evidence.excuse);
        if (jumped) {
            return jump(evidence, self, members);
        }
        learns = true;
        if (evidence.isWitnessed() && self.difference().isKnown()) {
            warm(evidence.difference() / (evidence.deviation + evidence.excuse));
            if (heat - heatMean * heatMean > HOT) {
                become(Condition.BURST, evidence);
                learns = false;
                return burst(evidence);
            }
        }
        if (evidence.isWitnessed() && self.difference().isKnown()) {
            depart(evidence, self);
        }
        if (departed) {
            return FaultKind.LOCAL_EVENT;
        }
        if (unexplained > 0) {
            unexplained--;
            return FaultKind.UNEXPLAINED;
        }
        return FaultKind.NONE;
    }

    private FaultKind jump(Evidence evidence, SensorTrack self, SensorTrack[] members) {
        become(Condition.JUMPED, evidence);
        first = evidence.value - evidence.expected;
        last = first;
        if (isShared(evidence, self, members)) {
            return event(evidence);
        }
        corrects = true;
        return FaultKind.SPIKE;
    }

    private void warm(double scaled) {
        double counted = Math.max(-5, Math.min(5, scaled));
        heat += HEAT_GAIN * (counted * counted - heat);
        heatMean += HEAT_GAIN * (counted - heatMean);
    }

    private void depart(Evidence evidence, SensorTrack self) {
        Difference difference = self.difference();
        double fast = Math.abs(difference.fast());
        if (!departed && fast > DEPARTED * difference.fastDeviation() + evidence.excuse) {
            departed = true;
            departedMillis = evidence.timeMillis;
        } else if (departed && fast < RETURNED * difference.fastDeviation() + evidence.excuse) {
            departed = false;
        } else if (departed && evidence.timeMillis - departedMillis > ACCEPTED_MILLIS) {
            accepted = difference.fast();
            self.accept(accepted);
            departed = false;
        }
    }

    private FaultKind jumped(Evidence evidence, SensorTrack self, SensorTrack[] members) {
        if (isNear(evidence, self)) {
            become(Condition.GOOD, evidence);
            learns = true;
            return FaultKind.NONE;
        }
        if (accepted != 0 && Math.abs(evidence.difference() + accepted) <= FAR * evidence.deviation + evidence.excuse) {
            self.accept(-accepted);
            accepted = 0;
            become(Condition.GOOD, evidence);
            restarts = true;
            return FaultKind.UNEXPLAINED;
        }
        count++;
        if (count <= FRESH && isShared(evidence, self, members)) {
            return event(evidence);
        }
        boolean witnessed = evidence.isWitnessed() && !departed;
        double off = evidence.value - evidence.expected;
        if (isRising(off, evidence.noise)) {
            return rises(evidence);
        }
        boolean stays = Math.abs(off - last) <= Math.max(6.5 * Math.sqrt(evidence.noise), 0.2 * Math.abs(first));
        last = off;
        if (stays) {
            same++;
            wild = 0;
        } else {
            wild++;
            same = 0;
        }
        if (!witnessed) {
            return alone(evidence);
        }
        corrects = true;
        if (wild >= 2) {
            become(Condition.BURST, evidence);
            return FaultKind.NOISE_BURST;
        }
        if (same == 0) {
            return FaultKind.NOISE_BURST;
        }
        if (same == 1) {
            anchor = evidence.difference();
        }
        if (same >= FRESH) {
            condition = Condition.OFFSET;
            self.difference().startFast(evidence.difference());
        }
        anchor += (evidence.difference() - anchor) / same;
        return FaultKind.OFFSET;
    }

    /** Whether it goes on rising, from one reading to the next or from the first on. */
    private boolean isRising(double off, double noise) {
        double scatter = Math.sqrt(noise);
        boolean higher =
                Math.abs(off) > Math.abs(last) + 2 * scatter || Math.abs(off) > GROWN * Math.abs(first) + 3 * scatter;
        rising = off * first > 0 && higher ? rising + 1 : 0;
        return rising >= RISING;
    }

    /** What goes on rising over several readings has inertia, as heat has: it may be real. */
    private FaultKind rises(Evidence evidence) {
        become(Condition.GOOD, evidence);
        departed = true;
        departedMillis = evidence.timeMillis;
        restarts = true;
        return FaultKind.LOCAL_EVENT;
    }

    /** Nobody can tell whether a jump is real: what comes once is mended, what stays is only suspected. */
    private FaultKind alone(Evidence evidence) {
        if (same == 0 && count <= 5) {
            corrects = true;
            return FaultKind.SPIKE;
        }
        if (same >= FRESH || count > 8) {
            become(Condition.GOOD, evidence);
            restarts = true;
            unexplained = 60;
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
        if (early && isRising(evidence.difference(), evidence.noise)) {
            return rises(evidence);
        }
        last = evidence.difference();
        double decayed = Math.abs(anchor) - Math.abs(self.difference().fast());
        double sure = 4 * self.difference().fastDeviation() + evidence.excuse;
        if (decayed > Math.max(sure, (early ? 0.12 : 0.5) * Math.abs(anchor))) {
            become(Condition.GOOD, evidence);
            departed = true;
            departedMillis = evidence.timeMillis;
            restarts = true;
            return FaultKind.LOCAL_EVENT;
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
        warm(evidence.difference() / (evidence.deviation + evidence.excuse));
        if (Math.abs(heatMean) > COHERENT && heat - heatMean * heatMean < SCATTER) {
            return rises(evidence);
        }
        double size = Math.abs(evidence.difference());
        calm = size < CALM * evidence.deviation + evidence.excuse ? calm + 1 : 0;
        if (calm >= CALM_ENOUGH) {
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
        double variance = evidence.deviation * evidence.deviation;
        double likelier = bias * (2 * evidence.difference() - bias) / (2 * variance);
        release = Math.max(0, release - likelier);
        double error = evidence.difference() - bias - biasTrend;
        bias += biasTrend + BIAS_GAIN * error;
        biasTrend += BIAS_TREND_GAIN * error;
        mostBias = Math.max(mostBias, Math.abs(bias));
        boolean decays = evidence.timeMillis - sinceMillis < DRIFT_DOUBTED_MILLIS
                && Math.abs(bias) < DECAYED * mostBias - evidence.deviation * 0.5;
        if (release > RELEASED || decays) {
            become(Condition.GOOD, evidence);
            departed = release <= RELEASED;
            departedMillis = evidence.timeMillis;
            restarts = true;
            if (!departed) {
                self.difference().restartFast();
                self.drift().forgetDay();
            }
            return FaultKind.NONE;
        }
        evidence.bias = bias;
        evidence.biasVariance = 1.5 * BIAS_GAIN * evidence.deviation * evidence.deviation;
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
            bias = drift.reached();
            biasTrend = 0;
            difference.forgetRecent();
            difference.startFast(bias);
            mostBias = Math.abs(bias);
            release = 0;
        }
    }

    /** Whether siblings made the same move just now: then it is real. One may err, if there are more to ask. */
    private boolean isShared(Evidence evidence, SensorTrack self, SensorTrack[] members) {
        Witnesses witnesses = self.witnesses();
        int moved = 0;
        for (int i = 0; i < witnesses.size(); i++) {
            moved += members[witnesses.sibling(i)].movedLike(first, evidence.timeMillis) ? 1 : 0;
        }
        return moved >= (witnesses.size() > 2 ? 2 : 1);
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
        count = 0;
        same = 0;
        wild = 0;
        calm = 0;
        rising = 0;
        heat = 0;
        heatMean = 0;
    }

    Condition condition() {
        return condition;
    }

    /** Whether its readings are good enough to bear witness. */
    boolean isTrusted(boolean byDeparted) {
        return condition == Condition.GOOD && (byDeparted || !departed) && unexplained == 0;
    }

    /** Whether it is well, or in the first readings after a jump: then its moves may be real. */
    boolean isMoving() {
        return condition == Condition.GOOD || (condition == Condition.JUMPED && count < FRESH);
    }

    /** Whether what its own past foretells is worth hearing beside its siblings. */
    boolean trustsPast() {
        return condition == Condition.GOOD || condition == Condition.JUMPED;
    }

    /** Since when it is away from its siblings. */
    long departedMillis() {
        return departedMillis;
    }

    /** Whether it is away from its siblings without being called broken. */
    boolean hasDeparted() {
        return departed;
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
        out.writeDouble(first);
        out.writeDouble(last);
        out.writeLong(count);
        out.writeLong(same);
        out.writeLong(wild);
        out.writeLong(calm);
        out.writeLong(rising);
        out.writeDouble(anchor);
        out.writeDouble(heat);
        out.writeDouble(heatMean);
        out.writeByte(departed ? 1 : 0);
        out.writeFixedLong(departedMillis);
        out.writeLong(unexplained);
        out.writeDouble(bias);
        out.writeDouble(biasTrend);
        out.writeDouble(mostBias);
        out.writeDouble(release);
        out.writeDouble(accepted);
    }

    void read(ByteReader in) {
        condition = Condition.of(in.readByte());
        sinceMillis = in.readFixedLong();
        first = in.readDouble();
        last = in.readDouble();
        count = in.readInt();
        same = in.readInt();
        wild = in.readInt();
        calm = in.readInt();
        rising = in.readInt();
        anchor = in.readDouble();
        heat = in.readDouble();
        heatMean = in.readDouble();
        departed = in.readByte() != 0;
        departedMillis = in.readFixedLong();
        unexplained = in.readInt();
        bias = in.readDouble();
        biasTrend = in.readDouble();
        mostBias = in.readDouble();
        release = in.readDouble();
        accepted = in.readDouble();
    }
}
