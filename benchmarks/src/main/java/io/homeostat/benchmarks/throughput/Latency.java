package io.homeostat.benchmarks.throughput;

import java.time.Duration;

/**
 * The time from a breach's sending to its answer as a {@code read_committed} reader sees it, first third discarded.
 *
 * @param p50Millis half of the answers came sooner
 * @param p99Millis 99 of 100 came sooner
 * @param maxMillis the slowest
 * @param answers how many answers there were
 * @param breaches how many there should have been
 */
record Latency(double p50Millis, double p99Millis, double maxMillis, int answers, int breaches) {

    /** Sends breaches at a steady rate and waits for their answers. */
    static Latency measure(String bootstrapServers, Contender contender, int breachesPerSecond, Duration time)
            throws InterruptedException {
        try (AnswerReader reader = new AnswerReader(bootstrapServers, contender)) {
            reader.start();
            BreachSender sender = new BreachSender(bootstrapServers, contender.stream(), breachesPerSecond, time);
            sender.send();
            reader.awaitAnswers(sender.sent(), Duration.ofSeconds(10));
            long countedFrom = sender.beganMillis() + time.toMillis() / 3;
            long[] millis = reader.sortedMillis(countedFrom);
            return new Latency(
                    quantile(millis, 0.5),
                    quantile(millis, 0.99),
                    quantile(millis, 1),
                    millis.length,
                    sender.sentSince(countedFrom));
        }
    }

    private static double quantile(long[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(0, rank)];
    }
}
