package io.homeostat.benchmarks.healing.fleet;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Something real that happens in a group: overheating, a door left open, a new set point, or what only one sensor feels.
 * Immutable.
 *
 * @param kind what it is
 * @param sensor the only sensor that feels it, by its place in the group; {@link #ALL}: all do
 * @param beginMillis when it begins
 * @param endMillis when it is over
 * @param size how far it moves the temperature
 * @param minutes the time constant with which it comes, or with which a local one goes
 * @param abrupt whether a local one begins within one reading
 */
record Event(Kind kind, int sensor, long beginMillis, long endMillis, double size, double minutes, boolean abrupt) {

    static final int ALL = -1;

    enum Kind {
        OVERHEATING,
        DOOR_OPEN,
        SET_POINT,
        LOCAL;

        private static final List<Kind> ALL = List.of(values());
    }

    static Event next(FleetPlan plan, int groupSize, long beginMillis, SplittableRandom random) {
        Kind kind = Kind.ALL.get(random.nextInt(Kind.ALL.size()));
        return switch (kind) {
            case OVERHEATING ->
                of(kind, ALL, beginMillis, random.nextInt(60, 181), random.nextDouble(6, 20), 15, false);
            case DOOR_OPEN -> of(kind, ALL, beginMillis, random.nextInt(10, 41), random.nextDouble(-8, -3), 4, false);
            case SET_POINT ->
                of(kind, ALL, beginMillis, 240, random.nextDouble(1.5, 4) * (random.nextBoolean() ? 1 : -1), 30, false);
            case LOCAL ->
                of(
                        kind,
                        random.nextInt(groupSize),
                        beginMillis,
                        random.nextInt(90, 240),
                        random.nextDouble(1.5, 6),
                        random.nextDouble(20, 60),
                        random.nextDouble() < plan.abruptEvents());
        };
    }

    private static Event of(
            Kind kind, int sensor, long begin, int lengthMinutes, double size, double minutes, boolean abrupt) {
        return new Event(kind, sensor, begin, begin + 60_000L * lengthMinutes, size, minutes, abrupt);
    }

    boolean isLocal() {
        return kind == Kind.LOCAL;
    }

    /** How far it moves the temperature at a time; a set point stays. */
    double effect(long timeMillis) {
        if (timeMillis < beginMillis) {
            return 0;
        }
        double passed = (timeMillis - beginMillis) / 60_000.0;
        double length = (endMillis - beginMillis) / 60_000.0;
        return switch (kind) {
            case SET_POINT -> size * (1 - Math.exp(-passed / minutes));
            case LOCAL -> passed > 6 * minutes ? 0 : size * Math.exp(-passed / minutes);
            case OVERHEATING, DOOR_OPEN ->
                passed <= length
                        ? size * (1 - Math.exp(-passed / minutes))
                        : size * (1 - Math.exp(-length / minutes)) * Math.exp(-(passed - length) / minutes);
        };
    }

    /** When nothing of it is left to be felt. */
    long fadedMillis() {
        return isLocal() ? beginMillis + Math.round(4 * minutes * 60_000) : endMillis + 3_600_000;
    }
}
