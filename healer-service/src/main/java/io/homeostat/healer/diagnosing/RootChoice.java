package io.homeostat.healer.diagnosing;

import io.homeostat.healer.signals.Snapshot;
import io.homeostat.healer.signals.TargetSignals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds who is to blame, of those that something speaks against: who has trouble that can follow from a sick dependency is
 * not, the deepest sick dependency is. Made for one snapshot; not thread-safe. Costs the square of the number of targets.
 *
 * <p>A dependency of which it is not clear yet whether it is sick (it did not answer just now) lets nobody else be blamed
 * for what could follow from it. One that a person works on, or that was not seen yet, is never blamed itself, and explains
 * its dependents' trouble all the same.
 */
final class RootChoice {

    private final DiagnosisLimits limits;
    private final Dependencies dependencies;
    private final SortedMap<String, Scene> scenes = new TreeMap<>();
    private final SortedMap<String, Suspicion> suspicions;

    /** The suspicions are the strongest of each target, by its name. */
    RootChoice(Snapshot snapshot, SortedMap<String, Suspicion> suspicions, DiagnosisLimits limits) {
        this.limits = limits;
        this.suspicions = suspicions;
        this.dependencies = new Dependencies(snapshot);
        snapshot.byName().forEach((name, target) -> scenes.put(name, new Scene(target, snapshot, limits)));
    }

    /** One diagnosis for each root, the surest first. */
    List<Diagnosis> choose() {
        List<Diagnosis> chosen = new ArrayList<>();
        Set<String> shared = new HashSet<>();
        suspicions.entrySet().stream()
                .filter(one -> isRoot(one.getKey(), one.getValue()))
                .sorted(Map.Entry.<String, Suspicion>comparingByValue(surestFirst())
                        .thenComparing(Map.Entry.comparingByKey()))
                .filter(one -> one.getValue().cause().isEmpty() || shared.add(causeOf(one.getValue())))
                .forEach(one -> chosen.add(diagnosis(one.getKey(), one.getValue())));
        return List.copyOf(chosen);
    }

    static Comparator<Suspicion> surestFirst() {
        return Comparator.comparingDouble(Suspicion::confidence)
                .thenComparing(Suspicion::sinceMillis)
                .reversed();
    }

    private boolean isRoot(String name, Suspicion suspicion) {
        TargetSignals target = scene(name).target();
        return !target.inMaintenance()
                && dependencies.beneath(name).stream().noneMatch(beneath -> mayCause(beneath, suspicion.kind()));
    }

    /** Whether something is, or may be, wrong with a dependency from which such trouble can follow. */
    private boolean mayCause(String beneath, FaultKind trouble) {
        Scene scene = scene(beneath);
        Suspicion suspicion = suspicions.get(beneath);
        return suspicion == null
                ? scene.isUnwell()
                        && Consequences.follows(trouble, scene.target().role())
                : Consequences.follows(trouble, suspicion.kind(), scene.target().role());
    }

    private Diagnosis diagnosis(String root, Suspicion suspicion) {
        Set<String> explained = explainedBy(root);
        if (!suspicion.cause().isEmpty()) {
            suspicions.forEach((name, one) -> {
                if (!name.equals(root) && causeOf(one).equals(causeOf(suspicion)) && isRoot(name, one)) {
                    explained.add(name);
                }
            });
        }
        TargetSignals target = scene(root).target();
        Stream<String> wellBeneath = dependencies.beneath(root).stream()
                .map(this::scene)
                .filter(one -> one.target().liveness().isGood()
                        && !suspicions.containsKey(one.target().name()))
                .map(one -> Sentences.notThe(one.target()));
        return new Diagnosis(
                root,
                suspicion.kind(),
                suspicion.confidence(),
                Stream.concat(suspicion.evidence().stream(), change(target)).toList(),
                Stream.concat(wellBeneath, suspicion.ruledOut().stream()).toList(),
                List.copyOf(explained),
                suspicion.sinceMillis());
    }

    /** Whose trouble follows from a root, directly or by others. */
    private Set<String> explainedBy(String root) {
        Set<String> explained = new TreeSet<>();
        boolean grew = true;
        while (grew) {
            grew = false;
            for (String name : scenes.keySet()) {
                boolean open = !name.equals(root) && !explained.contains(name);
                if (open && !scene(name).target().inMaintenance() && followsFrom(root, explained, name)) {
                    explained.add(name);
                    grew = true;
                }
            }
        }
        return explained;
    }

    private boolean followsFrom(String root, Set<String> explained, String name) {
        FaultKind trouble = troubleOf(name);
        return trouble != null
                && dependencies.beneath(name).stream()
                        .filter(beneath -> beneath.equals(root) || explained.contains(beneath))
                        .anyMatch(beneath -> {
                            FaultKind fault = troubleOf(beneath);
                            return fault != null
                                    && Consequences.follows(
                                            trouble,
                                            fault,
                                            scene(beneath).target().role());
                        });
    }

    /** What is wrong with a target as far as one can tell; {@code null} if nothing is. */
    private @Nullable FaultKind troubleOf(String name) {
        Suspicion suspicion = suspicions.get(name);
        if (suspicion != null) {
            return suspicion.kind();
        }
        if (!scene(name).isTroubled()) {
            return null;
        }
        return scene(name).isUnwell() ? FaultKind.HUNG_PROCESS : FaultKind.UNKNOWN;
    }

    private Stream<String> change(TargetSignals target) {
        return target.changedMillisAgo() <= limits.changedLately().toMillis()
                ? Stream.of(
                        "Its rules or its configuration changed " + Figures.time(target.changedMillisAgo()) + " ago.")
                : Stream.empty();
    }

    private static String causeOf(Suspicion suspicion) {
        return suspicion.cause().isEmpty() ? "" : suspicion.kind() + " " + suspicion.cause();
    }

    private Scene scene(String name) {
        Scene scene = scenes.get(name);
        if (scene == null) {
            throw new IllegalArgumentException("a suspicion must be of a target of the snapshot, was of " + name);
        }
        return scene;
    }
}
