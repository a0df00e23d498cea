package io.homeostat.detection.quality;

import io.homeostat.model.correction.QualityFlag;
import java.time.Duration;

/**
 * Test 8, flat line: a value that stays within a tolerance for too long is suspect, for longer still it fails. Mutable,
 * not thread-safe; 16 bytes for each reading of the longer time. The times are counted in readings at the expected
 * interval, as the reference does it.
 */
public final class FlatLine implements QualityTest {

    private final double tolerance;
    private final NewestValues ofSuspect;
    private final NewestValues ofFail;

    /** A test with the times for which a value may stay, the interval between readings, and the tolerance. */
    public FlatLine(Duration suspect, Duration fail, Duration interval, double tolerance) {
        this.tolerance = tolerance;
        ofSuspect = new NewestValues(1 + readings(suspect, interval));
        ofFail = new NewestValues(1 + readings(fail, interval));
    }

    private static int readings(Duration time, Duration interval) {
        return Math.toIntExact(time.toMillis() / interval.toMillis());
    }

    @Override
    public String name() {
        return "flat-line";
    }

    @Override
    public QualityFlag test(long timeMillis, double value) {
        ofSuspect.add(timeMillis, value);
        ofFail.add(timeMillis, value);
        if (Double.isNaN(value)) {
            return QualityFlag.MISSING;
        }
        if (isFlat(ofFail)) {
            return QualityFlag.FAIL;
        }
        return isFlat(ofSuspect) ? QualityFlag.SUSPECT : QualityFlag.GOOD;
    }

    private boolean isFlat(NewestValues values) {
        return values.isFull() && values.range(Long.MIN_VALUE) < tolerance;
    }
}
