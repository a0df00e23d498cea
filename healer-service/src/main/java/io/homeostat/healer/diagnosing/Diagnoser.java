package io.homeostat.healer.diagnosing;

import io.homeostat.healer.signals.Snapshot;
import io.homeostat.healer.signals.TargetSignals;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Says what is wrong, from what was seen at one moment: a pure function of a {@link Snapshot}, without a clock or a memory.
 * Each {@link FaultSign} looks at each target; the strongest suspicion of a target stands for it; {@link RootChoice} then
 * finds who is to blame. The order of the targets does not matter. Immutable and thread-safe; costs some microseconds.
 *
 * <p>It looks at one moment only. That a fault must be seen several times before anything is done about it is for the
 * recovering to see to.
 */
public final class Diagnoser {

    /** Everything that is known to go wrong. */
    static final List<FaultSign> SIGNS = List.of(
            new NeverSeenSign(),
            new CrashSign(),
            new HungSign(),
            new NetworkSign(),
            new RefusalSign(),
            new PoisonSign(),
            new DeadThreadSign(),
            new TopicMissingSign(),
            new StallSign(),
            new HeldBackSign(),
            new OverloadSign(),
            new MemorySign(),
            new DiskSign(),
            new FilesSign(),
            new BrokerDownSign(),
            new BrokerSlowSign(),
            new DatabaseDownSign(),
            new NoInputSign(),
            new UnwellSign());

    private final DiagnosisLimits limits;

    public Diagnoser(DiagnosisLimits limits) {
        this.limits = limits;
    }

    /** One diagnosis for each root component, the surest first; none if all is well or nothing can be said yet. */
    public List<Diagnosis> diagnose(Snapshot snapshot) {
        SortedMap<String, Suspicion> suspicions = new TreeMap<>();
        for (TargetSignals target : snapshot.targets()) {
            strongest(new Scene(target, snapshot, limits)).ifPresent(one -> suspicions.put(target.name(), one));
        }
        return new RootChoice(snapshot, suspicions, limits).choose();
    }

    private Optional<Suspicion> strongest(Scene scene) {
        boolean tooEarly = !scene.target().seen()
                && scene.target().watchedMillis() < limits.grace().toMillis();
        return tooEarly
                ? Optional.empty()
                : SIGNS.stream()
                        .flatMap(sign -> sign.look(scene).stream())
                        .max(Comparator.comparingDouble(Suspicion::confidence));
    }
}
