package io.homeostat.benchmarks.alarms;

import java.util.SplittableRandom;

/**
 * A simulated sensor with nothing wrong: a level, a daily cycle of two harmonics and noise whose neighbours may resemble
 * each other, each of its own kind and size, read out with a finite resolution. Written apart from the producer's
 * simulation, so that the detector is not tuned to that. Mutable, not thread-safe.
 */
final class HealthySensor {

    private static final double DAY_MILLIS = 24 * 3_600_000.0;

    private final SplittableRandom random;
    private final double level;
    private final double noise;
    private final double cycle;
    private final double secondCycle;
    private final double phase;
    private final double secondPhase;
    private final double memory;
    private final double resolution;
    private double wander;

    HealthySensor(long seed) {
        random = new SplittableRandom(seed);
        level = random.nextDouble(-100, 1000);
        noise = Math.pow(10, random.nextDouble(-2, 1));
        cycle = noise * random.nextDouble(0, 8);
        secondCycle = cycle * random.nextDouble(0, 0.4);
        phase = random.nextDouble(2 * Math.PI);
        secondPhase = random.nextDouble(2 * Math.PI);
        memory = random.nextDouble(0, 0.7);
        resolution = noise * random.nextDouble(0.02, 0.5);
    }

    /** Standard deviation of its noise. */
    double noise() {
        return noise;
    }

    /** What it truly measures next, before it is read out. */
    double next(long timeMillis) {
        double angle = 2 * Math.PI * (timeMillis / DAY_MILLIS);
        wander = memory * wander + Math.sqrt(1 - memory * memory) * noise * random.nextGaussian();
        return level + cycle * Math.sin(angle + phase) + secondCycle * Math.sin(2 * angle + secondPhase) + wander;
    }

    /** A value as the sensor shows it. */
    double shown(double value) {
        return Math.rint(value / resolution) * resolution;
    }
}
