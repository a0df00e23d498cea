package io.homeostat.detection.quality;

import io.homeostat.model.correction.QualityFlag;
import java.time.Duration;

/**
 * Test 10, attenuated signal: what moves too little over a time is suspect, less still fails. Mutable, not thread-safe; 16
 * bytes for each reading of the time.
 */
public final class AttenuatedSignal implements QualityTest {

    /** How movement is measured. */
    public enum Measure {
        /** The standard deviation, n - 1. */
        DEVIATION,
        /** Highest less lowest. */
        RANGE
    }

    private final double suspect;
    private final double fail;
    private final Measure measure;
    private final long windowMillis;
    private final int least;
    private final NewestValues values;

    /**
     * A test.
     *
     * @param suspect the movement below which a signal is suspect
     * @param fail the movement below which it fails
     * @param window the time that is looked at
     * @param interval the expected time between readings
     * @param least how many readings there must be, else nothing is said
     */
    public AttenuatedSignal(
            double suspect, double fail, Measure measure, Duration window, Duration interval, int least) {
        this.suspect = suspect;
        this.fail = fail;
        this.measure = measure;
        this.windowMillis = window.toMillis();
        this.least = least;
        values = new NewestValues(Math.toIntExact(1 + windowMillis / interval.toMillis()));
    }

    @Override
    public String name() {
        return "attenuated-signal";
    }

    @Override
    public QualityFlag test(long timeMillis, double value) {
        values.add(timeMillis, value);
        if (Double.isNaN(value)) {
            return QualityFlag.MISSING;
        }
        long after = timeMillis - windowMillis;
        double moved = measure == Measure.RANGE ? values.range(after) : values.deviation(after);
        if (values.count(after) < least || Double.isNaN(moved)) {
            return QualityFlag.NOT_EVALUATED;
        }
        if (moved < fail) {
            return QualityFlag.FAIL;
        }
        return moved < suspect ? QualityFlag.SUSPECT : QualityFlag.GOOD;
    }
}
