package io.homeostat.producer.simulation;

/**
 * Random numbers that are a pure function of where they are used, so that any reading of a simulation can be computed by
 * itself: SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014) over the
 * seed and two coordinates. Not for cryptography.
 */
final class Noise {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private Noise() {}

    /** 64 random bits for a place. */
    static long bits(long seed, long first, long second) {
        return mix(mix(mix(seed + GOLDEN) ^ first * GOLDEN) + second * 0xD1342543DE82EF95L);
    }

    /** Evenly in [0, 1). */
    static double uniform(long seed, long first, long second) {
        return (bits(seed, first, second) >>> 11) * UNIT;
    }

    /** Evenly in [low, high). */
    static double uniform(long seed, long first, long second, double low, double high) {
        return low + (high - low) * uniform(seed, first, second);
    }

    /** Normally, mean 0 and standard deviation 1, by Box and Muller (1958). */
    static double gaussian(long seed, long first, long second) {
        long bits = bits(seed, first, second);
        double radius = ((bits >>> 11) + 1) * UNIT;
        double angle = (mix(bits + GOLDEN) >>> 11) * UNIT;
        return Math.sqrt(-2 * Math.log(radius)) * Math.cos(2 * Math.PI * angle);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
