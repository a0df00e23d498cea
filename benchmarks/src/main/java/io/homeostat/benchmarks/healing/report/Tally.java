package io.homeostat.benchmarks.healing.report;

import java.util.ArrayList;
import java.util.List;

/** What is counted of one trouble, or of all of a kind. Mutable, not thread-safe. */
final class Tally {

    final Errors errors = new Errors();
    final List<Double> ratios = new ArrayList<>();
    final List<Double> minutesToDetect = new ArrayList<>();
    long troubles;
    long detected;
    long rows;
    long mended;
    long untrusted;
    long within;
    long withInterval;
    long afterRows;
    long afterMended;
    double firstFlagMinutes = Double.NaN;

    /** Adds one trouble that is over. */
    void addTrouble(Tally one) {
        troubles++;
        if (!Double.isNaN(one.firstFlagMinutes)) {
            detected++;
            minutesToDetect.add(one.firstFlagMinutes);
        }
        if (one.errors.count() > 0 && one.errors.raw() > 0) {
            ratios.add(one.errors.ratio());
        }
        add(one);
    }

    /** Adds what another counted of its rows. */
    void add(Tally other) {
        errors.add(other.errors);
        rows += other.rows;
        mended += other.mended;
        untrusted += other.untrusted;
        within += other.within;
        withInterval += other.withInterval;
        afterRows += other.afterRows;
        afterMended += other.afterMended;
    }

    /** Joins another of the same kind. */
    void join(Tally other) {
        troubles += other.troubles;
        detected += other.detected;
        minutesToDetect.addAll(other.minutesToDetect);
        ratios.addAll(other.ratios);
        add(other);
    }

    double medianRatio() {
        return median(ratios);
    }

    double medianMinutes() {
        return median(minutesToDetect);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }
}
