package io.homeostat.producer.simulation;

import java.time.Duration;

/**
 * A plant's sensors in °C, all of which lie between 17 and 28 as long as nothing is wrong. Immutable; 40 bytes a sensor.
 *
 * <p>A value is the sum of five parts: the sensor's level (20 to 23), a daily cycle of its own strength (0.5 to 1.5) whose
 * phase the whole plant shares but for half an hour, a slow wander (0.5, in about 40 minutes) that the sensors of one
 * group share, as those of one machine hall would, and noise of the sensor's own strength (0.05 to 0.3, standard
 * deviation, cut at four). Values are rounded to hundredths, as such sensors send them.
 */
final class FleetSignal implements Signal {

    private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();
    private static final double WANDER_SECONDS = Duration.ofMinutes(40).toSeconds();
    private static final double WANDER = 0.5;
    private static final double MAX_DEVIATIONS = 4;

    /** Second coordinates of the random numbers that do not belong to a step. */
    private static final long LEVEL = -1;

    private static final long CYCLE = -2;
    private static final long PHASE = -3;
    private static final long STRENGTH = -4;
    private static final long PLANT = -5;

    private final long seed;
    private final double secondsPerStep;
    private final FleetNames names;
    private final double[] level;
    private final double[] cycle;
    private final double[] phase;
    private final double[] noise;

    FleetSignal(long seed, int sensors, double secondsPerStep) {
        this.seed = seed;
        this.secondsPerStep = secondsPerStep;
        this.names = new FleetNames(sensors);
        this.level = new double[sensors];
        this.cycle = new double[sensors];
        this.phase = new double[sensors];
        this.noise = new double[sensors];
        double plantPhase = Noise.uniform(seed, PLANT, PHASE);
        for (int sensor = 0; sensor < sensors; sensor++) {
            level[sensor] = Noise.uniform(seed, sensor, LEVEL, 20, 23);
            cycle[sensor] = Noise.uniform(seed, sensor, CYCLE, 0.5, 1.5);
            phase[sensor] = plantPhase + Noise.uniform(seed, sensor, PHASE, 0, 0.02);
            noise[sensor] = Noise.uniform(seed, sensor, STRENGTH, 0.05, 0.3);
        }
    }

    @Override
    public String sensorId(int sensor) {
        return names.sensorId(sensor);
    }

    @Override
    public double value(int sensor, long step) {
        double seconds = step * secondsPerStep;
        double day = cycle[sensor] * Math.sin(2 * Math.PI * (seconds / DAY_SECONDS + phase[sensor]));
        double groupPhase = Noise.uniform(seed, PLANT, names.group(sensor));
        double wander = WANDER * Math.sin(2 * Math.PI * (seconds / WANDER_SECONDS + groupPhase));
        double deviations = Noise.gaussian(seed, sensor, step);
        double random = noise[sensor] * Math.max(-MAX_DEVIATIONS, Math.min(MAX_DEVIATIONS, deviations));
        return Math.round((level[sensor] + day + wander + random) * 100) / 100.0;
    }
}
