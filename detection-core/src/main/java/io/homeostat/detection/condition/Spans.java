package io.homeostat.detection.condition;

/** Spans of time in words. */
final class Spans {

    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Spans() {}

    /** A span in the largest unit of which it is a whole number: {@code 90 s}, {@code 5 min}, {@code 1 d}. */
    static String of(long millis) {
        if (millis % DAY == 0 && millis != 0) {
            return millis / DAY + " d";
        }
        if (millis % HOUR == 0 && millis != 0) {
            return millis / HOUR + " h";
        }
        if (millis % MINUTE == 0 && millis != 0) {
            return millis / MINUTE + " min";
        }
        return millis % SECOND == 0 ? millis / SECOND + " s" : millis + " ms";
    }
}
