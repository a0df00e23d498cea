package io.homeostat.detection.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineStateTest {

    private static final int LENGTH = 60_000;
    private static final double[] VALUES = Series.daily(11, LENGTH);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 50, 95, 96, 97, 3000, 50_000})
    void givesTheSameScoresAfterARestart(int cut) {
        Baseline whole = new Baseline();
        Series.scores(whole, VALUES, 0, cut);
        Baseline restored = Baseline.read(new ByteReader(bytes(whole)));
        assertThat(Series.scores(restored, VALUES, cut, LENGTH))
                .containsExactly(Series.scores(whole, VALUES, cut, LENGTH));
        assertThat(bytes(restored)).isEqualTo(bytes(whole));
    }

    @Test
    void keepsThePhysicalRangeOverARestart() {
        Baseline whole = new Baseline(0, 40);
        Series.scores(whole, VALUES, 0, 500);
        Baseline restored = Baseline.read(new ByteReader(bytes(whole)));
        assertThat(Series.scores(restored, VALUES, 500, 5000)).containsExactly(Series.scores(whole, VALUES, 500, 5000));
    }

    @Test
    void isCopiedSoThatOneGoesOnWithoutTheOther() {
        Baseline original = new Baseline();
        Series.scores(original, VALUES, 0, 5000);
        Baseline copy = new Baseline();
        Series.scores(copy, VALUES, 20_000, 21_000);
        copy.copyFrom(original);
        double[] ofCopy = Series.scores(copy, VALUES, 5000, 20_000);
        assertThat(Series.scores(original, VALUES, 5000, 20_000)).containsExactly(ofCopy);
    }

    @Test
    void refusesToCopyAcrossKnownAndUnknownRanges() {
        assertThatThrownBy(() -> new Baseline().copyFrom(new Baseline(0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("both must know a physical range or neither, only one did");
    }

    @Test
    void fitsIntoThreeKibibytesAtAnyAge() {
        Baseline baseline = new Baseline(-100, 100);
        for (int i = 0; i < 1_000_000; i++) {
            baseline.take(Series.time(i), VALUES[i % LENGTH]);
        }
        assertThat(bytes(baseline)).hasSizeLessThanOrEqualTo(3 * 1024);
    }

    @Test
    void refusesAnotherVersion() {
        byte[] bytes = bytes(new Baseline());
        bytes[0] = 9;
        assertThatThrownBy(() -> Baseline.read(new ByteReader(bytes)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a baseline must be of version 1, was 9");
    }

    @Test
    void allocatesNothingInTheSteadyState() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Baseline baseline = new Baseline();
        Series.scores(baseline, VALUES, 0, LENGTH);
        take(baseline, 0);
        long before = threads.getCurrentThreadAllocatedBytes();
        take(baseline, 1);
        // the JIT and the measurement itself may take a little; one object a reading would be 960 KB and more
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(50_000);
    }

    private static void take(Baseline baseline, int round) {
        for (int i = 0; i < LENGTH; i++) {
            baseline.take(Series.time((round + 1) * LENGTH + i), VALUES[i]);
        }
    }

    private static byte[] bytes(Baseline baseline) {
        ByteWriter out = new ByteWriter();
        baseline.write(out);
        return out.toBytes();
    }
}
