package io.homeostat.detection.healing;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;

/**
 * How a sensor usually differs from what its siblings say: by which hour of the day, how much it scatters, and what
 * is excused while the siblings themselves move unusually. Mutable, not thread-safe; 350 bytes.
 *
 * <p>Siblings of other gain and other inertia differ most when all move far or fast: in proportion to how much farther
 * or faster they move than they usually do, a difference is excused.
 */
final class Difference {

    private static final double SPREAD_GAIN = 1.0 / 1_000;
    private static final double FAST_GAIN = 0.2;
    private static final double MOST = 4;

    /** What was recent is a mean of so many readings, and is forgotten in so much time. */
    private static final double RECENT_GAIN = 1.0 / 30;

    private static final double RECENT_MILLIS = 3 * 3_600_000.0;
    private static final double DAY_MILLIS = 12 * 3_600_000.0;
    private static final double QUARTER_MILLIS = 900_000.0;

    private static final double EXCUSED_FAR = 0.3;
    private static final double EXCUSED_FAST = 0.6;
    private static final double USUALLY_FAR = 2.5;
    private static final double USUALLY_FAST = 2.2;

    private final DailyProfile usual = new DailyProfile();
    private final DailyProfile course = new DailyProfile();
    private double variance;
    private double fast;
    private double fastVariance;
    private long count;
    private double recent;
    private double recentVariance;
    private long recentMillis;

    private double slowLevel = Double.NaN;
    private double quickLevel = Double.NaN;
    private double squaredFar;
    private double squaredFast;
    private double excuse;

    /** What the difference usually is at a time, beside its long-term level. */
    double usualAt(long timeMillis) {
        return usual.at(timeMillis);
    }

    /**
     * How far the sensor's place was from its siblings lately, beside what is usual there: fades with the time since it
     * was last known.
     */
    double recentAt(long timeMillis) {
        return recent * kept(timeMillis);
    }

    /** Variance of what has become of {@link #recentAt} since. */
    double strayed(long timeMillis) {
        double kept = kept(timeMillis);
        return recentVariance * (1 - kept * kept);
    }

    private double kept(long timeMillis) {
        return Math.exp(-Math.max(0, timeMillis - recentMillis) / RECENT_MILLIS);
    }

    /** What was recent was the begin of a drift. */
    void forgetRecent() {
        recent = 0;
        usual.forgetToday();
    }

    /** Follows what the siblings say; NaN where nobody was heard. */
    void follow(long timeMillis, double siblings, double millis) {
        if (Double.isNaN(siblings)) {
            return;
        }
        if (Double.isNaN(slowLevel)) {
            slowLevel = siblings;
            quickLevel = siblings;
        }
        double passed = Math.max(0, Math.min(millis, QUARTER_MILLIS));
        quickLevel += passed / QUARTER_MILLIS * (siblings - quickLevel);
        slowLevel += passed / DAY_MILLIS * (siblings - slowLevel);
        double far = course.speaks() ? siblings - course.at(timeMillis) : siblings - slowLevel;
        double moved = siblings - quickLevel;
        double usuallyFar = USUALLY_FAR * Math.sqrt(squaredFar);
        double usuallyFast = USUALLY_FAST * Math.sqrt(squaredFast);
        excuse = count < 200
                ? 0
                : EXCUSED_FAR * Math.max(0, Math.abs(far) - usuallyFar)
                        + EXCUSED_FAST * Math.max(0, Math.abs(moved) - usuallyFast);
        double gain = Math.max(SPREAD_GAIN, 1.0 / (count + 1));
        squaredFar += gain * (Math.min(far * far, 9 * Math.max(squaredFar, count < 200 ? far * far : 0)) - squaredFar);
        squaredFast += gain
                * (Math.min(moved * moved, 9 * Math.max(squaredFast, count < 200 ? moved * moved : 0)) - squaredFast);
    }

    /** Takes a difference from what is normal, whether it is learned from or not. */
    void take(double difference) {
        fast += FAST_GAIN * (difference - fast);
    }

    /**
     * Learns a healthy difference.
     *
     * @param difference from all that was expected
     * @param beyondLevel from what was expected but for the hour and what was recent
     * @param value the reading itself
     * @param mostRecent how far a place strays at most: what goes farther has departed
     */
    void learn(long timeMillis, double difference, double beyondLevel, double value, double mostRecent) {
        count++;
        double come = recentAt(timeMillis) + Math.max(RECENT_GAIN, 1.0 / (count + 10)) * difference;
        recent = Math.max(-mostRecent, Math.min(mostRecent, come));
        recentMillis = timeMillis;
        double gain = Math.max(SPREAD_GAIN, 1.0 / count);
        double squared = difference * difference;
        variance += gain * ((count > 30 ? Math.min(squared, MOST * MOST * variance) : squared) - variance);
        double squaredMean = fast * fast;
        fastVariance +=
                gain * ((count > 30 ? Math.min(squaredMean, MOST * MOST * fastVariance) : squaredMean) - fastVariance);
        double strayed = recent * recent;
        recentVariance +=
                gain * ((count > 200 ? Math.min(strayed, MOST * MOST * recentVariance) : strayed) - recentVariance);
        usual.learn(timeMillis, beyondLevel);
        course.learn(timeMillis, value);
    }

    /** Whether enough is known to judge by it. */
    boolean isKnown() {
        return count >= 60;
    }

    /** Standard deviation of the difference, the sensor's own noise included. */
    double deviation() {
        return Math.sqrt(variance);
    }

    double variance() {
        return variance;
    }

    /** The mean of the newest differences, five readings or so. */
    double fast() {
        return fast;
    }

    /** Standard deviation of {@link #fast}. */
    double fastDeviation() {
        return Math.sqrt(fastVariance);
    }

    /** How much of a difference is excused by what the siblings do. */
    double excuse() {
        return excuse;
    }

    void restartFast() {
        fast = 0;
    }

    void startFast(double difference) {
        fast = difference;
    }

    void write(ByteWriter out) {
        usual.write(out);
        course.write(out);
        out.writeDouble(variance);
        out.writeDouble(fast);
        out.writeDouble(fastVariance);
        out.writeLong(count);
        out.writeDouble(recent);
        out.writeDouble(recentVariance);
        out.writeFixedLong(recentMillis);
        out.writeDouble(slowLevel);
        out.writeDouble(quickLevel);
        out.writeDouble(squaredFar);
        out.writeDouble(squaredFast);
        out.writeDouble(excuse);
    }

    void read(ByteReader in) {
        usual.read(in);
        course.read(in);
        variance = in.readDouble();
        fast = in.readDouble();
        fastVariance = in.readDouble();
        count = in.readLong();
        recent = in.readDouble();
        recentVariance = in.readDouble();
        recentMillis = in.readFixedLong();
        slowLevel = in.readDouble();
        quickLevel = in.readDouble();
        squaredFar = in.readDouble();
        squaredFast = in.readDouble();
        excuse = in.readDouble();
    }
}
