package io.homeostat.healer.recovering.remedies;

import io.homeostat.healer.diagnosing.FaultKind;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What was learned: which remedy worked for which kind of fault of which target, how often, and how long it took.
 * Not thread-safe; it grows with the number of targets, kinds and remedies, and not with time.
 */
public final class Experience {

    static final int FAILURES_TO_SKIP = 2;

    private final Map<Subject, Learned> known = new LinkedHashMap<>();
    private long order;

    /** Nothing learned yet. */
    public Experience() {}

    /** As it was when {@link #learned()} was taken. */
    public Experience(List<Learned> learned) {
        learned.forEach(one -> {
            known.put(new Subject(one.fault(), one.target(), one.remedy()), one);
            order = Math.max(order, one.lastWorked());
        });
    }

    /** The target worked again, that long after the remedy began. */
    public void worked(FaultKind fault, String target, RemedyKind remedy, long tookMillis) {
        order++;
        Subject subject = new Subject(fault, target, remedy);
        known.put(subject, of(subject).again(Math.max(0, tookMillis), order));
    }

    /** The remedy could not be done, or was done and the target did not work again. */
    public void failed(FaultKind fault, String target, RemedyKind remedy) {
        Subject subject = new Subject(fault, target, remedy);
        known.put(subject, of(subject).inVain());
    }

    /**
     * Where to begin: with the remedy that worked last, if it did not fail since; with the nearest gentler one that is
     * allowed, if that is not; and else at the beginning of what is left.
     *
     * @param left what may still be tried, gentle to hard; not empty
     * @param allowed what the guard rails allow now
     */
    public RemedyKind startingRung(
            FaultKind fault, String target, List<RemedyKind> left, Predicate<RemedyKind> allowed) {
        RemedyKind first = left.get(0);
        RemedyKind best = workedLast(fault, target).filter(left::contains).orElse(first);
        for (int i = left.indexOf(best); i > 0; i--) {
            if (allowed.test(left.get(i))) {
                return left.get(i);
            }
        }
        return first;
    }

    /** The remedy that worked last for such a fault, unless it failed since. */
    public Optional<RemedyKind> workedLast(FaultKind fault, String target) {
        return known.values().stream()
                .filter(one -> one.fault() == fault && one.target().equals(target))
                .filter(one -> one.worked() > 0 && one.failedInARow() == 0)
                .max(Comparator.comparingLong(Learned::lastWorked))
                .map(Learned::remedy);
    }

    /** Why a remedy is not worth trying; empty if it is. Waiting and calling a person always are. */
    public Optional<String> skip(FaultKind fault, String target, RemedyKind remedy) {
        int inARow = of(new Subject(fault, target, remedy)).failedInARow();
        if (!remedy.actsOnTarget() || inARow < FAILURES_TO_SKIP) {
            return Optional.empty();
        }
        return Optional.of("%s is skipped: for %s of %s it failed %d times in a row"
                .formatted(remedy.label(), fault.label(), target, inARow));
    }

    /** All that is known, for storing and for showing. */
    public List<Learned> learned() {
        return List.copyOf(known.values());
    }

    /** Forgets everything about a target. */
    public void reset(String target) {
        known.keySet().removeIf(subject -> subject.target().equals(target));
    }

    /** Forgets everything. */
    public void reset() {
        known.clear();
    }

    private Learned of(Subject subject) {
        return known.getOrDefault(subject, Learned.nothing(subject.fault(), subject.target(), subject.remedy()));
    }

    private record Subject(FaultKind fault, String target, RemedyKind remedy) {}
}
