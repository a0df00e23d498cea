package io.homeostat.detection.baseline;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A learned detector for one series: needs no limits, no training run and no look at the future. It takes each reading
 * once, in order of event time, and gives a score in 0..1 with the meaning 1 - (false alarms a reading): of healthy
 * readings about one in a thousand scores 0.999 and more, whatever the sensor. What it learned is bounded for ever.
 *
 * <p>Mutable, not thread-safe. About 3.5 KiB of heap, at most 3 KiB in binary form; below 1 µs and no allocation a
 * reading, but for the few that widen the known range.
 *
 * <p><b>Idea.</b> What is wrong with a series is something that was never there before. Seven things are watched, each
 * tells the probability of its news from the series' own past ({@link Extremes}, {@link DelayPlane}), and the rarest
 * counts, divided by the number of ways to be new (Bonferroni): the value, its mean and its spread over a
 * {@link SlidingWindow}, the step from the value before, the error of the {@link Forecast}, the distance from the
 * {@link Seasons}, and how long the value stays the same ({@link Runs}). Then a {@link Refractory} period. docs/detection.md has the figures, and what each part is worth.
 *
 * <p><b>Hostile values.</b> NaN and infinities are not learned and score 0. A reading doubles the known range at
 * most, so one of 1e300 is not what all later ones are measured by.
 */
public final class Baseline {

    /** Score from which a reading counts as anomalous where no false-alarm rate was asked for; found on NAB's public half. */
    public static final double DEFAULT_THRESHOLD = 1 - Math.pow(10, -2.5);

    static final int VERSION = 1;

    /**
     * Ways to be new: two sides of the value, mean, spread, forecast error and season's distance, and the step. A run of equal
     * values has a level of its own and is not one of them.
     */
    private static final double LOG10_WAYS = Math.log10(11);

    /** Beyond this no sensor measures; squares of it are still finite, and single precision holds it. */
    private static final double MOST_MAGNITUDE = 1e30;

    /** Below this no sensor measures either: what is smaller is 0, so that widths never vanish. */
    private static final double LEAST_MAGNITUDE = 1e-30;

    private static final double SHIFT_GAIN = 2.0 / (SlidingWindow.LENGTH + 1);

    private final Extremes values = new Extremes(false);
    private final Extremes means = new Extremes(false);
    private final Extremes spreads = new Extremes(false);
    private final Extremes errors = new Extremes(false);
    private final Extremes shifts = new Extremes(true);
    private final Runs runs = new Runs();
    private final SlidingWindow window = new SlidingWindow();
    private final DelayPlane plane = new DelayPlane();

    /** The same over the physical range, if that is known. */
    private final @Nullable DelayPlane physicalPlane;

    private final Seasons seasons = new Seasons();
    private final Forecast forecast = new Forecast();
    private final Refractory refractory = new Refractory();

    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;

    /** Exponential mean of the distance from the season, and how many readings it is of. */
    private double shift;

    private int shiftCount;

    private double expectedLow = Double.NaN;
    private double expectedHigh = Double.NaN;
    private double surprise;
    private Novelty novelty = Novelty.NONE;

    /** A detector that knows nothing of its sensor. */
    public Baseline() {
        physicalPlane = null;
    }

    /**
     * A detector that knows the sensor's physical range, as its data sheet has it.
     *
     * @throws IllegalArgumentException if the highest value is not above the lowest or one is not finite
     */
    public Baseline(double physicalLowest, double physicalHighest) {
        if (!(physicalLowest < physicalHighest) || !Double.isFinite(physicalHighest - physicalLowest)) {
            throw new IllegalArgumentException(
                    "the physical range must be finite, its lowest below its highest, was %s..%s"
                            .formatted(physicalLowest, physicalHighest));
        }
        physicalPlane = new DelayPlane(physicalLowest, physicalHighest);
    }

    /** The score from which on there is about one false alarm in a period, given the time between two readings. */
    public static double threshold(Duration period, Duration interval) {
        return 1 - Math.min(1, interval.toNanos() / (double) period.toNanos());
    }

    /**
     * Takes the next reading, and tells its score in 0..1: 0 for nothing new, near 1 for what was never there.
     *
     * @param timeMillis event time, milliseconds since the epoch; equal or a little backward times do no harm
     */
    public double take(long timeMillis, double value) {
        novelty = Novelty.NONE;
        surprise = 0;
        double usual = seasons.usualAt(timeMillis);
        double expected = forecast.expected(usual);
        expectedLow = expected - forecast.reach();
        expectedHigh = expected + forecast.reach();
        if (!Double.isFinite(value)) {
            return 0;
        }
        double learned = withinReach(value);
        judge(learned, usual, expected);
        seasons.learn(timeMillis, learned);
        forecast.learn(learned, usual);
        double told = refractory.take(surprise - LOG10_WAYS);
        return told > 0 ? 1 - Math.pow(10, -told) : 0;
    }

    private void judge(double value, double usual, double expected) {
        hear(values, value, Novelty.HIGHEST, Novelty.LOWEST);
        window.add(value);
        if (window.isFull()) {
            hear(means, window.mean(), Novelty.MEAN_HIGHEST, Novelty.MEAN_LOWEST);
            hear(spreads, window.standardDeviation(), Novelty.SPREAD_WIDEST, Novelty.SPREAD_NARROWEST);
        }
        hear(runs.take(value), Novelty.STUCK);
        hear(plane.take(value), Novelty.STEP_UNSEEN);
        if (physicalPlane != null) {
            hear(physicalPlane.take(value), Novelty.STEP_UNSEEN);
        }
        if (!Double.isNaN(expected)) {
            hear(errors, value - expected, Novelty.ABOVE_FORECAST, Novelty.BELOW_FORECAST);
        }
        if (!Double.isNaN(usual)) {
            shift += SHIFT_GAIN * (value - usual - shift);
            if (shiftCount < SlidingWindow.LENGTH) {
                shiftCount++;
            } else {
                hear(shifts, shift, Novelty.ABOVE_SEASON, Novelty.BELOW_SEASON);
            }
        }
    }

    private void hear(Extremes extremes, double value, Novelty high, Novelty low) {
        double heard = extremes.take(value);
        hear(heard, extremes.side() > 0 ? high : low);
    }

    private void hear(double heard, Novelty what) {
        if (heard > surprise) {
            surprise = heard;
            novelty = what;
        }
    }

    /** The value, or as far towards it as one reading may widen the range. */
    private double withinReach(double value) {
        double bounded =
                Math.abs(value) < LEAST_MAGNITUDE ? 0 : Math.max(-MOST_MAGNITUDE, Math.min(MOST_MAGNITUDE, value));
        if (lowest <= highest) {
            double range = highest - lowest;
            double reach = range > 0 ? range : Math.max(1, Math.abs(highest));
            bounded = Math.max(lowest - reach, Math.min(highest + reach, bounded));
        }
        lowest = Math.min(lowest, bounded);
        highest = Math.max(highest, bounded);
        return bounded;
    }

    /** Lower end of the band that the newest reading was expected in; NaN at the first. */
    public double expectedLow() {
        return expectedLow;
    }

    /** Upper end of the band that the newest reading was expected in; NaN at the first. */
    public double expectedHigh() {
        return expectedHigh;
    }

    /** What was new about the newest reading, also where the refractory period keeps its score at 0. */
    public Novelty novelty() {
        return novelty;
    }

    /**
     * Becomes equal to another, without allocating: for a late reading, whose successors are taken again by a copy.
     *
     * @throws IllegalArgumentException if only one of the two knows a physical range
     */
    public void copyFrom(Baseline other) {
        if ((physicalPlane == null) != (other.physicalPlane == null)) {
            throw new IllegalArgumentException("both must know a physical range or neither, only one did");
        }
        if (physicalPlane != null && other.physicalPlane != null) {
            physicalPlane.copyFrom(other.physicalPlane);
        }
        values.copyFrom(other.values);
        means.copyFrom(other.means);
        spreads.copyFrom(other.spreads);
        errors.copyFrom(other.errors);
        shifts.copyFrom(other.shifts);
        runs.copyFrom(other.runs);
        window.copyFrom(other.window);
        plane.copyFrom(other.plane);
        seasons.copyFrom(other.seasons);
        forecast.copyFrom(other.forecast);
        refractory.copyFrom(other.refractory);
        lowest = other.lowest;
        highest = other.highest;
        shift = other.shift;
        shiftCount = other.shiftCount;
        expectedLow = other.expectedLow;
        expectedHigh = other.expectedHigh;
        surprise = other.surprise;
        novelty = other.novelty;
    }

    /** Writes all that was learned, at most 3 KiB. What was said of the newest reading is not part of it. */
    public void write(ByteWriter out) {
        out.writeByte(VERSION);
        out.writeByte(physicalPlane == null ? 0 : 1);
        if (physicalPlane != null) {
            physicalPlane.write(out);
        }
        values.write(out);
        means.write(out);
        spreads.write(out);
        errors.write(out);
        shifts.write(out);
        runs.write(out);
        window.write(out);
        plane.write(out);
        seasons.write(out);
        forecast.write(out);
        refractory.write(out);
        out.writeDouble(lowest);
        out.writeDouble(highest);
        out.writeDouble(shift);
        out.writeByte(shiftCount);
    }

    /**
     * Reads what {@link #write} wrote; from then on both give the same scores.
     *
     * @throws RuntimeException if the bytes are not such a state
     */
    public static Baseline read(ByteReader in) {
        int version = in.readByte();
        if (version != VERSION) {
            throw new IllegalArgumentException("a baseline must be of version " + VERSION + ", was " + version);
        }
        // the range itself is part of the plane's state
        Baseline read = in.readByte() == 0 ? new Baseline() : new Baseline(0, 1);
        if (read.physicalPlane != null) {
            read.physicalPlane.read(in);
        }
        read.values.read(in);
        read.means.read(in);
        read.spreads.read(in);
        read.errors.read(in);
        read.shifts.read(in);
        read.runs.read(in);
        read.window.read(in);
        read.plane.read(in);
        read.seasons.read(in);
        read.forecast.read(in);
        read.refractory.read(in);
        read.lowest = in.readDouble();
        read.highest = in.readDouble();
        read.shift = in.readDouble();
        read.shiftCount = in.readByte();
        return read;
    }
}
