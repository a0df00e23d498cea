package io.homeostat.detection.quality;

import io.homeostat.model.correction.QualityFlag;
import java.time.Duration;

/**
 * Test 1, gap: whether a reading is there by the time it was due. Mutable, not thread-safe; 16 bytes. What came is good;
 * whether one is missing is asked with a clock.
 */
public final class Gap implements QualityTest {

    private final long dueMillis;
    private long lastMillis = Long.MIN_VALUE;

    /** A test with the longest time between two readings. */
    public Gap(Duration longest) {
        dueMillis = longest.toMillis();
    }

    @Override
    public String name() {
        return "gap";
    }

    @Override
    public QualityFlag test(long timeMillis, double value) {
        if (Double.isNaN(value)) {
            return QualityFlag.MISSING;
        }
        lastMillis = Math.max(lastMillis, timeMillis);
        return QualityFlag.GOOD;
    }

    /** What is to be said at a time at which no reading came. */
    public QualityFlag at(long nowMillis) {
        boolean begun = lastMillis != Long.MIN_VALUE;
        return begun && nowMillis - lastMillis > dueMillis ? QualityFlag.MISSING : QualityFlag.NOT_EVALUATED;
    }
}
