package io.homeostat.benchmarks.healing;

import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.healing.Healed;
import io.homeostat.detection.healing.SensorGroup;
import io.homeostat.detection.healing.SensorProfile;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One reading through the whole healing core, in groups of different sizes, one reading in a thousand being a spike. {@code
 * -prof gc} shows what is allocated.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class HealingBenchmark {

    private static final int VALUES = 1 << 16;
    private static final long START = 1_795_421_700_000L;
    private static final long LEARNED = 400_000;

    @Param({"1", "4", "10", "10000"})
    public int sensors = 1;

    private final double[] noise = new double[VALUES];
    private final Healed healed = new Healed();
    private SensorGroup group = new SensorGroup();
    private long next;

    @Setup
    public void prepare() {
        Random random = new Random(1);
        for (int i = 0; i < VALUES; i++) {
            noise[i] = 0.1 * random.nextGaussian() + (i % 1000 == 7 ? 8 : 0);
        }
        group = new SensorGroup();
        next = 0;
        for (int i = 0; i < sensors; i++) {
            group.add(SensorProfile.unknown("hall-" + i));
        }
        for (long i = 0; i < LEARNED; i++) {
            heal();
        }
        ByteWriter out = new ByteWriter();
        group.write(0, out);
        System.out.println(sensors + " sensors: " + out.size() + " bytes of state a sensor");
    }

    /** Heals one reading. */
    @Benchmark
    public Healed heal() {
        long round = next / sensors;
        int sensor = (int) (next % sensors);
        double day = 3 * Math.sin(round / 229.0);
        group.take(
                sensor,
                START + round * 60_000,
                20 + day + noise[(int) (next & (VALUES - 1))],
                healed,
                (number, fill) -> {});
        next++;
        return healed;
    }
}
