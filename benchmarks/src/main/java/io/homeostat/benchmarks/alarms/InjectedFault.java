package io.homeostat.benchmarks.alarms;

import java.time.Duration;

/** What can go wrong with a simulated sensor, and within which time it is promised to be found. */
enum InjectedFault {
    /** Shows the same value again and again. */
    STUCK(0.95, Duration.ofHours(3)) {
        @Override
        double apply(double value, double noise, double atBegin, Duration since) {
            return atBegin;
        }
    },
    /** Shows 5 standard deviations of its noise too much from one reading to the next. */
    OFFSET(0.95, Duration.ofHours(3)) {
        @Override
        double apply(double value, double noise, double atBegin, Duration since) {
            return value + OFFSET_SIZE * noise;
        }
    },
    /** Shows 12 standard deviations too much, once. */
    SPIKE(0.95, Duration.ZERO) {
        @Override
        double apply(double value, double noise, double atBegin, Duration since) {
            return since.isZero() ? value + SPIKE_SIZE * noise : value;
        }
    },
    /** Comes off by 3 standard deviations in the course of a day, and stays off. */
    DRIFT(0.8, Duration.ofHours(36)) {
        @Override
        double apply(double value, double noise, double atBegin, Duration since) {
            double share = Math.min(1, since.toMillis() / (double) DRIFT_TIME.toMillis());
            return value + DRIFT_SIZE * noise * share;
        }
    };

    private static final double OFFSET_SIZE = 5;
    private static final double SPIKE_SIZE = 12;
    private static final double DRIFT_SIZE = 3;
    private static final Duration DRIFT_TIME = Duration.ofDays(1);

    private final double promisedShare;
    private final Duration promisedTime;

    InjectedFault(double promisedShare, Duration promisedTime) {
        this.promisedShare = promisedShare;
        this.promisedTime = promisedTime;
    }

    /** How many of them are promised to be found, as a share. */
    double promisedShare() {
        return promisedShare;
    }

    /** Within which time. */
    Duration promisedTime() {
        return promisedTime;
    }

    /** What is shown in the place of a value, a time after the fault began. */
    abstract double apply(double value, double noise, double atBegin, Duration since);
}
