package io.homeostat.benchmarks.healing.fleet;

import java.util.SplittableRandom;

/**
 * Where one sensor hangs: what is true there, and how the sensor shows it. Mutable, not thread-safe. The place follows its
 * group with a gain and a thermal lag of its own, and wanders a little by itself (Ornstein and Uhlenbeck).
 */
final class Place {

    private static final double WANDER_SECONDS = 3 * 3600;

    private final SplittableRandom random;
    private final double offset;
    private final double gain;
    private final double lagSeconds;
    private final double noise;
    private final double wanderSize;
    private final double resolution;
    private double wander;
    private double truth = Double.NaN;

    Place(FleetPlan plan, SplittableRandom random) {
        this.random = random;
        offset = random.nextDouble(-2, 2);
        gain = 1 + random.nextDouble(-plan.gainSpread(), plan.gainSpread());
        lagSeconds = random.nextDouble(120, 480);
        noise = plan.leastNoise() * Math.pow(plan.mostNoise() / plan.leastNoise(), random.nextDouble());
        wanderSize = plan.wander();
        resolution = plan.resolution();
        wander = wanderSize * random.nextGaussian();
    }

    double noise() {
        return noise;
    }

    /** The next true value, given what the group does, what moves the place slowly, and what moves it at once. */
    double next(double level, double common, double slow, double abrupt, double seconds) {
        double keep = Math.exp(-seconds / WANDER_SECONDS);
        wander = keep * wander + Math.sqrt(1 - keep * keep) * wanderSize * random.nextGaussian();
        double target = level + offset + gain * (common + slow) + wander;
        truth = Double.isNaN(truth) ? target : truth + (1 - Math.exp(-seconds / lagSeconds)) * (target - truth);
        return truth + abrupt;
    }

    /** A value as the sensor shows it. */
    double shown(double value) {
        return rounded(value + noise * random.nextGaussian());
    }

    double rounded(double value) {
        return Math.rint(value / resolution) * resolution;
    }
}
