package io.homeostat.producer.simulation;

import org.jspecify.annotations.Nullable;

/** One sensor without an id that reads any whole number from 10 to 50. Immutable. */
record SeedSignal(long seed) implements Signal {

    private static final int LOWEST = 10;
    private static final int HIGHEST = 50;

    @Override
    public @Nullable String sensorId(int sensor) {
        return null;
    }

    @Override
    public double value(int sensor, long step) {
        return Math.floor(Noise.uniform(seed, sensor, step, LOWEST, HIGHEST + 1));
    }
}
