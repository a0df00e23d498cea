package io.homeostat.detection.quality;

import io.homeostat.model.correction.QualityFlag;

/**
 * Test 6, spike: how far a value lies from the middle between its two neighbours. Mutable, not thread-safe; 24 bytes. As
 * the second neighbour is still to come, what is answered is the flag of the reading <em>before</em>. Where the second is
 * missing the first stands for both, where the first is missing nothing can be said: as the reference does it.
 */
public final class SpikeTest implements QualityTest {

    private final double suspect;
    private final double fail;
    private double beforeLast = Double.NaN;
    private double last = Double.NaN;
    private int count;

    /** A test with the distances from which on a value is suspect, and fails. */
    public SpikeTest(double suspect, double fail) {
        if (!(suspect >= 0) || !(fail >= suspect)) {
            throw new IllegalArgumentException(
                    "the fail distance must not be below the suspect one, nor that below 0, was %s and %s"
                            .formatted(fail, suspect));
        }
        this.suspect = suspect;
        this.fail = fail;
    }

    @Override
    public String name() {
        return "spike";
    }

    /** The flag of the reading before; of the first reading, and before it, not evaluated. */
    @Override
    public QualityFlag test(long timeMillis, double value) {
        QualityFlag flag = count < 2 ? endFlag() : flag(Double.isNaN(value) ? beforeLast : (beforeLast + value) / 2);
        count = Math.min(count + 1, 2);
        beforeLast = last;
        last = value;
        return flag;
    }

    /** The flag of the newest reading as long as none follows: not evaluated, or missing. */
    public QualityFlag endFlag() {
        return count > 0 && Double.isNaN(last) ? QualityFlag.MISSING : QualityFlag.NOT_EVALUATED;
    }

    private QualityFlag flag(double middle) {
        double away = Math.abs(last - middle);
        if (Double.isNaN(away)) {
            return QualityFlag.MISSING;
        }
        if (away > fail) {
            return QualityFlag.FAIL;
        }
        return away > suspect ? QualityFlag.SUSPECT : QualityFlag.GOOD;
    }
}
