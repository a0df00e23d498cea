package io.homeostat.healer.diagnosing;

import java.time.Duration;

/**
 * The thresholds of the diagnosis. Immutable; {@link #DEFAULTS} holds those that are meant for a machine of two cores with
 * ordinary load.
 *
 * @param silenceFloor a silence shorter than this is never unusual
 * @param silenceCeiling a silence this long is unusual whatever was usual before
 * @param phi the suspicion of the accrual failure detector from which a silence between floor and ceiling is unusual
 * @param grace how long a target may take until it is seen for the first time, and a process until it has started
 * @param settling for how long after a dependency came back what it carries is not yet held against anybody
 * @param stallFloor a pipeline that stands still for less than this is never unusual
 * @param stall how long a pipeline, or a canary in it, may stand still whatever was usual before
 * @param heldBack how long the last stable offset may stand still with records beyond it
 * @param noInput how long nothing at all may be written to a stream
 * @param notReady how long a target that lives may be unready for no reason that is seen
 * @param warmUp how long a pipeline must have run before it may be called too slow
 * @param behind how far a pipeline that goes on may be behind, as the time that its lag takes at its present speed
 * @param crashLoopEnds from how many ends in five minutes on a crash is a crash loop; at least 2
 * @param poisonTimes from how many deaths on the same record on the record is to blame; at least 2
 * @param slowFloor an answer that takes less is never slow
 * @param slowFactor from how many times the usual on an answer is slow; above 1
 * @param heapFull share of the heap in use after a collection from which on it is full, 0 to 1
 * @param heapTight the same, where collections take a share of {@code collecting} or more
 * @param collecting share of the time in collections from which on a process does little else, 0 to 1
 * @param collectorPause share of the last ten seconds in collections that explains a stand-still in them, 0 to 1
 * @param diskLeftBytes the least that must be free where the state lies
 * @param filesOpen share of the file handles in use from which on they run out, 0 to 1
 * @param changedLately for how long a change of rules or configuration is worth a sentence
 */
public record DiagnosisLimits(
        Duration silenceFloor,
        Duration silenceCeiling,
        double phi,
        Duration grace,
        Duration settling,
        Duration stallFloor,
        Duration stall,
        Duration heldBack,
        Duration noInput,
        Duration notReady,
        Duration warmUp,
        Duration behind,
        int crashLoopEnds,
        int poisonTimes,
        Duration slowFloor,
        double slowFactor,
        double heapFull,
        double heapTight,
        double collecting,
        double collectorPause,
        long diskLeftBytes,
        double filesOpen,
        Duration changedLately) {

    /** What holds where nothing else is configured. */
    public static final DiagnosisLimits DEFAULTS = new DiagnosisLimits(
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            8,
            Duration.ofSeconds(60),
            Duration.ofSeconds(5),
            Duration.ofMillis(2_500),
            Duration.ofSeconds(8),
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            3,
            2,
            Duration.ofSeconds(1),
            10,
            0.95,
            0.85,
            0.5,
            0.3,
            256L << 20,
            0.95,
            Duration.ofMinutes(5));

    public DiagnosisLimits {
        positive("silenceFloor", silenceFloor);
        positive("silenceCeiling", silenceCeiling);
        positive("grace", grace);
        positive("stallFloor", stallFloor);
        positive("stall", stall);
        positive("heldBack", heldBack);
        positive("noInput", noInput);
        positive("notReady", notReady);
        positive("behind", behind);
        positive("slowFloor", slowFloor);
        notNegative("settling", settling);
        notNegative("warmUp", warmUp);
        notNegative("changedLately", changedLately);
        if (silenceCeiling.compareTo(silenceFloor) < 0) {
            throw new IllegalArgumentException(
                    "silenceCeiling must be at least silenceFloor (" + silenceFloor + "), was " + silenceCeiling);
        }
        if (stall.compareTo(stallFloor) < 0) {
            throw new IllegalArgumentException("stall must be at least stallFloor (" + stallFloor + "), was " + stall);
        }
        above("phi", phi, 0);
        above("slowFactor", slowFactor, 1);
        above("crashLoopEnds", crashLoopEnds, 1);
        above("poisonTimes", poisonTimes, 1);
        share("heapFull", heapFull);
        share("heapTight", heapTight);
        share("collecting", collecting);
        share("collectorPause", collectorPause);
        share("filesOpen", filesOpen);
        if (diskLeftBytes < 0) {
            throw new IllegalArgumentException("diskLeftBytes must not be negative, was " + diskLeftBytes);
        }
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " must be longer than zero, was " + value);
        }
    }

    private static void notNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative, was " + value);
        }
    }

    private static void above(String name, double value, double bound) {
        if (!(value > bound)) {
            throw new IllegalArgumentException(name + " must be above " + bound + ", was " + value);
        }
    }

    private static void share(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be above 0 and at most 1, was " + value);
        }
    }
}
