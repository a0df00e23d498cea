package io.homeostat.healer.recovering.remedies;

/** Times in words for people: {@code 350 ms}, {@code 8.5 s}, {@code 2 min 5 s}, {@code 1 h 2 min}. */
public final class Spans {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    private Spans() {}

    /** A time in milliseconds, with two figures or so; none that is negative. */
    public static String words(long millis) {
        if (millis < SECOND) {
            return Math.max(0, millis) + " ms";
        }
        if (millis < MINUTE) {
            long tenths = millis / 100;
            return tenths % 10 == 0 ? tenths / 10 + " s" : tenths / 10 + "." + tenths % 10 + " s";
        }
        if (millis < HOUR) {
            return two(millis / MINUTE, "min", millis % MINUTE / SECOND, "s");
        }
        return two(millis / HOUR, "h", millis % HOUR / MINUTE, "min");
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
