package io.homeostat.detection.healing;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/** All that is remembered of one sensor of a group. Mutable, not thread-safe; at most 4 KiB. */
final class SensorTrack {

    static final int VERSION = 1;

    /** Readings that are taken on trust, but for their range and unit, before the past can be asked. */
    private static final int WARM_UP = 20;

    /** A sensor that has been silent for so many intervals bears no witness. */
    private static final double STALE = 3.5;

    /** A level is traced back for what was due so many intervals before it, not farther. */
    private static final double FARTHEST_BACK = 3;

    /** So much of the usual difference is the siblings' doing at least; the rest is the sensor's noise. */
    private static final double LEAST_SHARE = 0.15;

    /** So many standard deviations of a quarter's mean a place strays. */
    private static final double MOST_STRAYED = 3;

    private static final double EQUAL = 0.02;
    private static final double EVENT_DECAY_MILLIS = 45 * 60_000.0;
    private static final long EVENT_LENGTH_MILLIS = 4 * 3_600_000L;
    private static final double JUST_NOW = 1.5;
    private static final double MOVED = 3;
    private static final double MOVED_SHARE = 0.2;

    private final SensorProfile profile;
    private final UnitSlip[] slips;
    private final SeriesClock clock;
    private final LevelFilter filter = new LevelFilter();
    private final Witnesses witnesses = new Witnesses();
    private final Difference difference = new Difference();
    private final DriftWatch drift = new DriftWatch();
    private final StuckRun run = new StuckRun();
    private final Diagnosis diagnosis = new Diagnosis();
    private long learnedMillis = Long.MIN_VALUE;
    private double lastGood = Double.NaN;
    private double lastRaw = Double.NaN;
    private double lastSurprise;
    private double lastSurpriseDeviation = 1;
    private double resolution = Double.POSITIVE_INFINITY;
    private double baseLevel;
    private boolean slipped;
    private long filledMillis = Long.MIN_VALUE;

    SensorTrack(SensorProfile profile) {
        this.profile = profile;
        this.slips = UnitSlip.of(profile.unit());
        this.clock = new SeriesClock(profile.intervalMillis());
    }

    /**
     * What it should read at a time, as far as it may bear witness; NaN if it may not. One that has itself departed from
     * the others may hear others that have, else two that differ would never hear each other again.
     */
    double levelAt(long timeMillis, boolean byDeparted) {
        if (filter.count() < WARM_UP || !diagnosis.isTrusted(byDeparted) || clock.nowMillis() != learnedMillis) {
            return Double.NaN;
        }
        double steps = clock.steps(learnedMillis, timeMillis);
        return steps > STALE ? Double.NaN : filter.ahead(Math.max(-FARTHEST_BACK, steps));
    }

    boolean isWarm() {
        return filter.count() >= WARM_UP;
    }

    /** Gathers what is known at a time without a reading of it. */
    void gather(Evidence evidence, SensorTrack[] members, long timeMillis) {
        evidence.timeMillis = timeMillis;
        evidence.noise = Math.max(filter.noise(), floor());
        evidence.lowest = profile.lowest();
        evidence.highest = profile.highest();
        evidence.lastGood = lastGood;
        evidence.bias = Double.NaN;
        evidence.biasVariance = Double.NaN;
        double steps = learnedMillis == Long.MIN_VALUE ? 0 : Math.max(0, clock.steps(learnedMillis, timeMillis));
        if (filter.count() == 0) {
            evidence.own = Double.NaN;
            evidence.lastLevel = Double.NaN;
            evidence.ownVariance = Double.NaN;
        } else {
            evidence.lastLevel = filter.ahead(0);
            evidence.own = filter.ahead(steps);
            evidence.ownVariance = filter.varianceAhead(steps);
        }
        witnesses.ask(members, timeMillis, evidence.noise, difference.excuse(), diagnosis.hasDeparted());
        boolean contradicting = witnesses.isContradicting();
        evidence.heard = contradicting ? 0 : witnesses.heard();
        evidence.recent = diagnosis.condition() == Condition.DRIFTING ? 0 : difference.recentAt(timeMillis);
        double shift = baseLevel + difference.usualAt(timeMillis) + evidence.recent;
        evidence.siblings = evidence.heard == 0 ? Double.NaN : witnesses.estimate() + shift;
        evidence.median = evidence.heard == 0 ? Double.NaN : witnesses.median() + shift;
        evidence.deviation = Math.max(difference.deviation(), Math.sqrt(floor()));
        evidence.excuse = difference.excuse();
        evidence.siblingsVariance =
                siblingsVariance(evidence.noise, timeMillis) + evidence.excuse * evidence.excuse / 9;
        evidence.join(diagnosis.trustsPast());
    }

    /** Adds what an event of its own has left of a sensor that is silent since: heat that goes. */
    void allowForEvent(Evidence evidence) {
        if (diagnosis.hasDeparted() && evidence.isWitnessed()) {
            boolean goes = learnedMillis - diagnosis.departedMillis() < EVENT_LENGTH_MILLIS;
            double kept = goes ? Math.exp((learnedMillis - evidence.timeMillis) / EVENT_DECAY_MILLIS) : 1;
            double left = difference.fast() * kept;
            evidence.siblings += left;
            evidence.siblingsVariance += left * left / 4;
            evidence.join(diagnosis.trustsPast());
        }
    }

    /** What is left of the usual difference without the noise, and how far the place may have strayed since. */
    private double siblingsVariance(double noise, long timeMillis) {
        double left = Math.max(difference.variance() - noise, LEAST_SHARE * difference.variance());
        return left + (diagnosis.condition() == Condition.DRIFTING ? drift.variance() : difference.strayed(timeMillis));
    }

    /** The least variance of a reading: what is lost by rounding. */
    private double floor() {
        double step = Double.isInfinite(resolution) ? 0.1 + 0.01 * Math.abs(lastRaw) : resolution;
        return Double.isNaN(step) ? 0.01 : step * step / 6 + 1e-12;
    }

    /** Looks for a unit in which a strange value would be right. */
    void convert(Evidence evidence) {
        evidence.value = evidence.raw;
        slipped = isWarm() && UnitSlip.mend(evidence, slips, slipped);
        evidence.unitSlipped = slipped;
    }

    /** Takes the value as it came into what is known of its steps. */
    void see(double raw) {
        double step = Math.abs(raw - lastRaw);
        if (step > 1e-9 && step < resolution) {
            resolution = step;
        }
        lastRaw = raw;
        run.take(raw, EQUAL * Math.sqrt(filter.noise()));
    }

    /** Learns from a reading what its diagnosis allows. */
    void learn(Evidence evidence) {
        lastSurprise = Double.isNaN(evidence.own) ? 0 : evidence.surprise();
        lastSurpriseDeviation = Double.isNaN(evidence.own) ? 1 : evidence.surpriseDeviation();
        double millis = learnedMillis == Long.MIN_VALUE ? 0 : Math.max(0, evidence.timeMillis - learnedMillis);
        if (diagnosis.restarts()) {
            filter.restart(evidence.value);
        } else if (diagnosis.learns() || evidence.unitSlipped) {
            double steps = filter.count() == 0 ? 1 : clock.steps(learnedMillis, evidence.timeMillis);
            filter.learn(evidence.value, steps, floor());
        }
        if (diagnosis.restarts() || diagnosis.learns() || evidence.unitSlipped) {
            learnedMillis = Math.max(learnedMillis, evidence.timeMillis);
        }
        difference.follow(evidence.timeMillis, evidence.siblings, millis);
        if (diagnosis.learns() && !diagnosis.hasDeparted()) {
            lastGood = evidence.raw;
            witnesses.learn(evidence.value, evidence.noise, millis);
            if (evidence.isWitnessed()) {
                double off = evidence.difference();
                difference.learn(
                        evidence.timeMillis,
                        off,
                        off + evidence.recent + difference.usualAt(evidence.timeMillis),
                        evidence.value,
                        MOST_STRAYED * (drift.isLearned() ? Math.sqrt(drift.variance()) : evidence.deviation));
            }
        }
        watch(evidence);
    }

    private void watch(Evidence evidence) {
        boolean counts = evidence.isWitnessed()
                && evidence.excuse < 0.5 * evidence.deviation
                && (diagnosis.condition() == Condition.GOOD || diagnosis.condition() == Condition.DRIFTING);
        double off = counts ? evidence.difference() + evidence.recent + baseLevel : Double.NaN;
        if (drift.take(evidence.timeMillis, off, diagnosis.condition() != Condition.DRIFTING)) {
            if (diagnosis.condition() != Condition.DRIFTING) {
                baseLevel = drift.level();
            }
            diagnosis.hear(drift, difference, evidence.heard, evidence.timeMillis);
        }
    }

    /** Whether its newest reading, if it came just now, moved as another's jump did; then that is no fault. */
    boolean movedLike(double jump, long timeMillis) {
        boolean now = timeMillis - clock.nowMillis() <= JUST_NOW * clock.intervalMillis();
        return now
                && diagnosis.isMoving()
                && lastSurprise * jump > 0
                && Math.abs(lastSurprise) > Math.max(MOVED * lastSurpriseDeviation, MOVED_SHARE * Math.abs(jump));
    }

    /** Takes a difference from the siblings that has lasted for good as the new normal. */
    void accept(double lasting) {
        drift.accept(lasting);
        baseLevel = drift.level();
        difference.restartFast();
    }

    SensorProfile profile() {
        return profile;
    }

    SeriesClock clock() {
        return clock;
    }

    Witnesses witnesses() {
        return witnesses;
    }

    Difference difference() {
        return difference;
    }

    DriftWatch drift() {
        return drift;
    }

    StuckRun run() {
        return run;
    }

    Diagnosis diagnosis() {
        return diagnosis;
    }

    long learnedMillis() {
        return learnedMillis;
    }

    /** The time of the newest reading, or of the newest that was filled in. */
    long filledMillis() {
        return Math.max(filledMillis, clock.nowMillis());
    }

    void filled(long timeMillis) {
        filledMillis = timeMillis;
    }

    void write(ByteWriter out) {
        out.writeByte(VERSION);
        clock.write(out);
        filter.write(out);
        witnesses.write(out);
        difference.write(out);
        drift.write(out);
        run.write(out);
        diagnosis.write(out);
        out.writeFixedLong(learnedMillis);
        out.writeDouble(lastGood);
        out.writeDouble(lastRaw);
        out.writeDouble(lastSurprise);
        out.writeDouble(lastSurpriseDeviation);
        out.writeDouble(resolution);
        out.writeDouble(baseLevel);
        out.writeByte(slipped ? 1 : 0);
        out.writeFixedLong(filledMillis);
    }

    /**
     * Becomes what was written.
     *
     * @throws IllegalArgumentException if it was written in another version
     */
    void read(ByteReader in) {
        int version = in.readByte();
        if (version != VERSION) {
            throw new IllegalArgumentException("a sensor's track must be of version 1, was " + version);
        }
        clock.read(in);
        filter.read(in);
        witnesses.read(in);
        difference.read(in);
        drift.read(in);
        run.read(in);
        diagnosis.read(in);
        learnedMillis = in.readFixedLong();
        lastGood = in.readDouble();
        lastRaw = in.readDouble();
        lastSurprise = in.readDouble();
        lastSurpriseDeviation = in.readDouble();
        resolution = in.readDouble();
        baseLevel = in.readDouble();
        slipped = in.readByte() != 0;
        filledMillis = in.readFixedLong();
    }
}
