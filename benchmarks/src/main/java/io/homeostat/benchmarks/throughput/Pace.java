package io.homeostat.benchmarks.throughput;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;

/**
 * How fast a job went through the readings.
 *
 * @param perSecond over the steady part, from the first third of the readings to the last
 * @param perSecondWithStart from the process's start to the last reading
 * @param cpuSecondsPerMillion of the whole process, over the steady part
 * @param cpuSecondsPerMillionWithStart of the whole process from its start
 * @param complete whether it reached the last reading in the time it had
 */
record Pace(
        double perSecond,
        double perSecondWithStart,
        double cpuSecondsPerMillion,
        double cpuSecondsPerMillionWithStart,
        boolean complete) {

    private static final int LOOK_MILLIS = 100;

    /** Looks on until the job has committed all readings before the ends, or its time is over. */
    static Pace measure(Job job, KafkaView kafka, Contender contender, Map<TopicPartition, Long> ends, Plan plan)
            throws InterruptedException {
        long total = ends.values().stream().mapToLong(Long::longValue).sum();
        long deadline = job.startedNanos() + plan.bound().toNanos();
        Sample first = null;
        Sample last;
        do {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            job.check();
            last = Sample.take(job, kafka, contender, ends);
            if (first == null && last.done() >= total / 3) {
                first = last;
            }
        } while (last.done() < total && last.atNanos() < deadline);
        if (last.done() == 0) {
            throw new IllegalStateException("had committed no reading after " + plan.bound());
        }
        if (first == null || first.done() == last.done()) {
            first = new Sample(job.startedNanos(), 0, 0);
        }
        double cpuSeconds = last.cpuSeconds() - first.cpuSeconds();
        long done = last.done() - first.done();
        return new Pace(
                done * 1e9 / (last.atNanos() - first.atNanos()),
                last.done() * 1e9 / (last.atNanos() - job.startedNanos()),
                cpuSeconds * 1e6 / Math.max(1, done),
                last.cpuSeconds() * 1e6 / Math.max(1, last.done()),
                last.done() == total);
    }

    private record Sample(long atNanos, long done, double cpuSeconds) {

        static Sample take(Job job, KafkaView kafka, Contender contender, Map<TopicPartition, Long> ends) {
            long done = kafka.committed(contender.group(), ends);
            return new Sample(System.nanoTime(), done, job.cpu().toNanos() / 1e9);
        }
    }
}
