package io.homeostat.healer.recovering.remedies;

import io.homeostat.healer.diagnosing.FaultKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long remedies took until the target worked again, and so for how long the next of its kind is waited for.
 *
 * <p>The newest 20 durations of each kind of fault and remedy are kept; the bound is three times their 95th percentile
 * (nearest rank), at least 10 s and at most 2 min. Before five were measured it is 30 s: a single lucky one says
 * nothing of a loaded machine. Not thread-safe.
 */
public final class RemedyTimes {

    static final long DEFAULT_MILLIS = 30_000;
    static final long LEAST_MILLIS = 10_000;
    static final long MOST_MILLIS = 120_000;
    static final int KEPT = 20;
    static final int ENOUGH = 5;

    private final Map<Subject, Deque<Long>> durations = new LinkedHashMap<>();

    /** Nothing measured yet. */
    public RemedyTimes() {}

    /** As they were when {@link #measured()} was taken. */
    public RemedyTimes(List<Measured> measured) {
        measured.forEach(one -> one.durationsMillis().forEach(millis -> took(one.fault(), one.remedy(), millis)));
    }

    /** A remedy began that long before the target was seen to work again. */
    public void took(FaultKind fault, RemedyKind remedy, long millis) {
        Deque<Long> known = durations.computeIfAbsent(new Subject(fault, remedy), subject -> new ArrayDeque<>());
        known.addLast(Math.max(0, millis));
        if (known.size() > KEPT) {
            known.removeFirst();
        }
    }

    /** For how long to wait for such a remedy, and again for the proof that it worked. */
    public long boundMillis(FaultKind fault, RemedyKind remedy) {
        Deque<Long> known = durations.getOrDefault(new Subject(fault, remedy), new ArrayDeque<>());
        if (known.size() < ENOUGH) {
            return DEFAULT_MILLIS;
        }
        long[] sorted = known.stream().mapToLong(Long::longValue).sorted().toArray();
        long slow = sorted[(int) Math.ceil(0.95 * sorted.length) - 1];
        return slow > MOST_MILLIS ? MOST_MILLIS : Math.max(LEAST_MILLIS, Math.min(MOST_MILLIS, 3 * slow));
    }

    /** All that is kept, for storing and for showing. */
    public List<Measured> measured() {
        return durations.entrySet().stream()
                .map(entry ->
                        new Measured(entry.getKey().fault(), entry.getKey().remedy(), List.copyOf(entry.getValue())))
                .toList();
    }

    private record Subject(FaultKind fault, RemedyKind remedy) {}

    /**
     * The durations of one kind of fault and remedy, oldest first. Immutable.
     *
     * @param fault the kind of fault
     * @param remedy the remedy
     * @param durationsMillis at most 20
     */
    public record Measured(FaultKind fault, RemedyKind remedy, List<Long> durationsMillis) {
        public Measured {
            durationsMillis = List.copyOf(durationsMillis);
        }
    }
}
