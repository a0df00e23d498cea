package io.homeostat.detection.quality;

import io.homeostat.model.correction.QualityFlag;
import org.jspecify.annotations.Nullable;

/**
 * Test 4, gross range: what the sensor cannot measure fails, what its operator does not expect is suspect. Immutable.
 *
 * @param fail what the sensor can measure
 * @param suspect what is expected, within the former; {@code null}: everything
 */
public record GrossRange(Span fail, @Nullable Span suspect) implements QualityTest {

    public GrossRange {
        if (suspect != null && !fail.contains(suspect)) {
            throw new IllegalArgumentException(
                    "the suspect span must lie within the fail span %s, was %s".formatted(fail, suspect));
        }
    }

    @Override
    public String name() {
        return "gross-range";
    }

    @Override
    public QualityFlag test(long timeMillis, double value) {
        if (Double.isNaN(value)) {
            return QualityFlag.MISSING;
        }
        if (!fail.contains(value)) {
            return QualityFlag.FAIL;
        }
        return suspect == null || suspect.contains(value) ? QualityFlag.GOOD : QualityFlag.SUSPECT;
    }
}
