package io.homeostat.benchmarks.faults.traffic;

import io.homeostat.benchmarks.faults.traffic.Breach.Alert;
import io.homeostat.model.reading.Source;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The books on one repeat's breaches: what Kafka acknowledged, and which answers came, matched by the place of the reading
 * on Kafka. An answer may be seen before the acknowledgement is. Thread-safe; about 300 bytes a breach.
 */
public final class Ledger {

    private final Map<Source, Breach> breaches = new HashMap<>();
    private final Map<Output, Map<Source, Answers>> answers = new EnumMap<>(Output.class);
    private final Map<String, Alert> nextBreach = new HashMap<>();
    private final List<Handled> ingested = new ArrayList<>();
    private long excusedFromNanos = Long.MAX_VALUE;
    private long excusedToNanos = Long.MIN_VALUE;
    private long failures;

    public Ledger() {
        answers.put(Output.ALERTS, new HashMap<>());
        answers.put(Output.CORRECTIONS, new HashMap<>());
    }

    /** Kafka acknowledged a reading of a sensor; those of one sensor are told in their order. */
    synchronized void acknowledged(String sensor, Source source, boolean breach, long sentNanos) {
        if (breach) {
            // The state before the first reading is unknown: another repeat may have left an alert open.
            breaches.put(source, new Breach(sentNanos, nextBreach.getOrDefault(sensor, Alert.UNCERTAIN)));
            nextBreach.put(sensor, Alert.JOINS);
        } else {
            nextBreach.put(sensor, Alert.OPENS);
        }
    }

    /** Kafka did not acknowledge a reading: it may be there or not. */
    synchronized void failed(String sensor) {
        failures++;
        nextBreach.put(sensor, Alert.UNCERTAIN);
    }

    /** An answer was seen on a topic. */
    synchronized void answered(Output output, Source source, long seenNanos) {
        map(output).merge(source, Answers.first(seenNanos), (known, one) -> known.andAnother());
    }

    /** The producer acknowledged a reading that it was given by HTTP. */
    synchronized void ingested(Handled handled) {
        ingested.add(handled);
    }

    /** Breaches that were sent in a time in which the fault itself destroys answers, as the deletion of their topic does. */
    public synchronized void excuseCorrections(long fromNanos, long toNanos) {
        excusedFromNanos = Math.min(excusedFromNanos, fromNanos);
        excusedToNanos = Math.max(excusedToNanos, toNanos);
    }

    /** How many readings Kafka did not take. */
    public synchronized long failures() {
        return failures;
    }

    /** How many answers are still to come. */
    public synchronized int missing() {
        return count(Output.ALERTS).lost() + count(Output.CORRECTIONS).lost();
    }

    /** Counts what came and what did not. */
    public synchronized Reckoning reckon() {
        return count(Output.ALERTS).plus(count(Output.CORRECTIONS));
    }

    /** When the readings that were sent since a time were handled, in no order. */
    public synchronized List<Handled> handled(Output output, long sinceNanos) {
        if (output == Output.INGEST) {
            return ingested.stream()
                    .filter(one -> one.seenNanos() >= sinceNanos)
                    .toList();
        }
        List<Handled> handled = new ArrayList<>();
        breaches.forEach((source, breach) -> {
            Answers answer = map(output).get(source);
            if (answer != null && breach.sentNanos() >= sinceNanos) {
                handled.add(new Handled(breach.sentNanos(), answer.firstNanos()));
            }
        });
        return handled;
    }

    private Reckoning count(Output output) {
        int lost = 0;
        int doubled = 0;
        for (Map.Entry<Source, Breach> one : breaches.entrySet()) {
            Answers answer = map(output).get(one.getKey());
            int count = answer == null ? 0 : answer.count();
            Alert due = output == Output.ALERTS ? one.getValue().alert() : Alert.OPENS;
            boolean excused = output == Output.CORRECTIONS
                    && one.getValue().sentNanos() >= excusedFromNanos
                    && one.getValue().sentNanos() <= excusedToNanos;
            switch (due) {
                case OPENS -> {
                    lost += count == 0 && !excused ? 1 : 0;
                    doubled += Math.max(0, count - 1);
                }
                case JOINS -> doubled += count;
                case UNCERTAIN -> doubled += Math.max(0, count - 1);
            }
        }
        return new Reckoning(breaches.size(), lost, doubled);
    }

    private Map<Source, Answers> map(Output output) {
        Map<Source, Answers> map = answers.get(output);
        if (map == null) {
            throw new IllegalArgumentException("answers come on alerts and corrections, not on " + output);
        }
        return map;
    }
}
