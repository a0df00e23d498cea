package io.homeostat.benchmarks.healing.fleet;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** The ways in which a simulated sensor breaks. */
enum FaultKind {
    SPIKE(0, 0) {
        @Override
        double size(SplittableRandom random, double noise) {
            return sign(random) * Math.max(12 * noise, random.nextDouble(3, 15));
        }
    },
    OUT_OF_RANGE(1, 30) {
        @Override
        double size(SplittableRandom random, double noise) {
            return random.nextDouble() < 0.5 ? -999 : 850;
        }

        @Override
        double shown(double shown, Fault fault, double progress) {
            return fault.size();
        }
    },
    UNIT_SLIP(10, 120) {
        @Override
        double shown(double shown, Fault fault, double progress) {
            return shown * 1.8 + 32;
        }
    },
    STUCK(60, 480) {
        @Override
        double shown(double shown, Fault fault, double progress) {
            return fault.first(shown);
        }
    },
    OFFSET(60, 360) {
        @Override
        double size(SplittableRandom random, double noise) {
            return sign(random) * Math.max(8 * noise, random.nextDouble(1.5, 6));
        }
    },
    NOISE_BURST(20, 120) {
        @Override
        double size(SplittableRandom random, double noise) {
            return noise * random.nextDouble(5, 15);
        }

        @Override
        double shown(double shown, Fault fault, double progress) {
            return shown + fault.size() * fault.random().nextGaussian();
        }
    },
    DRIFT(720, 2160) {
        @Override
        double size(SplittableRandom random, double noise) {
            return sign(random) * 0.02 * Math.pow(50, random.nextDouble());
        }

        @Override
        double shown(double shown, Fault fault, double progress) {
            return shown + fault.size() * fault.hours() * progress;
        }
    },
    DROPOUT(5, 120) {
        @Override
        double shown(double shown, Fault fault, double progress) {
            return shown;
        }
    },
    CLOCK_JUMP(10, 60) {
        @Override
        double size(SplittableRandom random, double noise) {
            return sign(random) * random.nextDouble(10, 180);
        }

        @Override
        double shown(double shown, Fault fault, double progress) {
            return shown;
        }
    };

    private static final List<FaultKind> ALL = List.of(values());

    private final int leastMinutes;
    private final int mostMinutes;

    FaultKind(int leastMinutes, int mostMinutes) {
        this.leastMinutes = leastMinutes;
        this.mostMinutes = mostMinutes;
    }

    /** Any of them. */
    static FaultKind drawn(SplittableRandom random) {
        return ALL.get(random.nextInt(ALL.size()));
    }

    long millis(SplittableRandom random) {
        return mostMinutes == 0 ? 0 : 60_000L * random.nextInt(leastMinutes, mostMinutes + 1);
    }

    /** How bad a new one is. */
    double size(SplittableRandom random, double noise) {
        return 0;
    }

    /** What is shown instead of a value. */
    double shown(double shown, Fault fault, double progress) {
        return shown + fault.size();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static double sign(SplittableRandom random) {
        return random.nextBoolean() ? 1 : -1;
    }
}
