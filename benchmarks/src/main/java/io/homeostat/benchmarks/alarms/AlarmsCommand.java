package io.homeostat.benchmarks.alarms;

import io.homeostat.benchmarks.Arguments;
import io.homeostat.benchmarks.Command;
import io.homeostat.detection.baseline.Baseline;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Measures whether the learned detector is honest: the alarms of a healthy fleet against those that its rate promises,
 * and the share of injected faults that it finds in time. The same seed gives the same fleet.
 */
public final class AlarmsCommand implements Command {

    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration PERIOD = Duration.ofDays(7);
    private static final long BEGIN_MILLIS =
            Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();

    /** A sensor's fault begins in the last third of its days, once the detector has learned. */
    private static final double LEARNING_SHARE = 2 / 3.0;

    @Override
    public void run(String[] given) {
        Arguments arguments = new Arguments(given, Set.of("sensors", "faults", "days", "seed"));
        int sensors = (int) arguments.number("sensors", 1000, 1);
        int faults = (int) arguments.number("faults", 100, 0);
        int days = (int) arguments.number("days", 30, 9);
        long seed = arguments.number("seed", 1, 0);
        double threshold = Baseline.threshold(PERIOD, INTERVAL);
        healthy(new SplittableRandom(seed), sensors, days, threshold);
        long faultSeed = seed;
        for (InjectedFault fault : InjectedFault.values()) {
            faulty(new SplittableRandom(++faultSeed), fault, faults, days, threshold);
        }
    }

    private static void healthy(SplittableRandom seeds, int sensors, int days, double threshold) {
        long readings = Duration.ofDays(days).dividedBy(INTERVAL);
        long alarms = 0;
        long inBand = 0;
        for (int i = 0; i < sensors; i++) {
            HealthySensor sensor = new HealthySensor(seeds.nextLong());
            Baseline baseline = new Baseline();
            for (long k = 0; k < readings; k++) {
                long time = BEGIN_MILLIS + k * INTERVAL.toMillis();
                double shown = sensor.shown(sensor.next(time));
                if (baseline.take(time, shown) >= threshold) {
                    alarms++;
                }
                if (shown >= baseline.expectedLow() && shown <= baseline.expectedHigh()) {
                    inBand++;
                }
            }
        }
        double promised = sensors * (Duration.ofDays(days).toMillis() / (double) PERIOD.toMillis());
        say(
                "healthy: %d sensors, %d days: %d alarms, promised %.0f, so %.2f times; %.2f %% of readings in the band",
                sensors, days, alarms, promised, alarms / promised, 100.0 * inBand / ((double) readings * sensors));
    }

    private static void faulty(SplittableRandom seeds, InjectedFault fault, int sensors, int days, double threshold) {
        int found = 0;
        for (int i = 0; i < sensors; i++) {
            long learning = (long) (LEARNING_SHARE * Duration.ofDays(days).toMinutes());
            long begin = learning + seeds.nextLong(Duration.ofDays(1).toMinutes());
            if (finds(new HealthySensor(seeds.nextLong()), fault, begin, threshold)) {
                found++;
            }
        }
        say(
                "%s: %d of %d found within %s, so %.1f %%; promised %.0f %%",
                fault.name().toLowerCase(Locale.ROOT),
                found,
                sensors,
                fault.promisedTime(),
                100.0 * found / Math.max(1, sensors),
                100 * fault.promisedShare());
    }

    private static boolean finds(HealthySensor sensor, InjectedFault fault, long begin, double threshold) {
        Baseline baseline = new Baseline();
        long end = begin + fault.promisedTime().dividedBy(INTERVAL);
        double atBegin = 0;
        for (long k = 0; k <= end; k++) {
            long time = BEGIN_MILLIS + k * INTERVAL.toMillis();
            double value = sensor.next(time);
            if (k == begin) {
                atBegin = value;
            }
            if (k >= begin) {
                value = fault.apply(value, sensor.noise(), atBegin, INTERVAL.multipliedBy(k - begin));
            }
            if (baseline.take(time, sensor.shown(value)) >= threshold && k >= begin) {
                return true;
            }
        }
        return false;
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
