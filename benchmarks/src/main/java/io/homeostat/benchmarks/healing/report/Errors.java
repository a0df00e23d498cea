package io.homeostat.benchmarks.healing.report;

/** Squared errors of the four ways beside each other, over the same rows. Mutable, not thread-safe. */
final class Errors {

    private double raw;
    private double clamp;
    private double hold;
    private double ours;
    private long count;

    void add(double truth, double rawValue, double clamped, double held, double oursValue) {
        raw += square(rawValue - truth);
        clamp += square(clamped - truth);
        hold += square(held - truth);
        ours += square(oursValue - truth);
        count++;
    }

    void add(Errors other) {
        raw += other.raw;
        clamp += other.clamp;
        hold += other.hold;
        ours += other.ours;
        count += other.count;
    }

    private static double square(double error) {
        return error * error;
    }

    long count() {
        return count;
    }

    double raw() {
        return Math.sqrt(raw / count);
    }

    double clamp() {
        return Math.sqrt(clamp / count);
    }

    double hold() {
        return Math.sqrt(hold / count);
    }

    double ours() {
        return Math.sqrt(ours / count);
    }

    /** Ours over raw. */
    double ratio() {
        return Math.sqrt(ours / raw);
    }

    /** Ours over hold. */
    double ratioToHold() {
        return Math.sqrt(ours / hold);
    }
}
