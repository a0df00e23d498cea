package io.homeostat.benchmarks.faults.judging;

import io.homeostat.benchmarks.faults.catalogue.Expectation;
import io.homeostat.benchmarks.faults.catalogue.Expectation.Witness;
import io.homeostat.benchmarks.faults.stack.SeenIncident;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges what was seen by what is right. Pure.
 *
 * <p>Of several incidents of the one to blame the last that was not withdrawn counts. An incident of anybody else counts as
 * a wrong component unless it was withdrawn: a suspicion that clears by itself blames nobody.
 */
public final class Judge {

    private static final String WITHDRAWN = "WITHDRAWN";
    private static final Set<String> HANDLES_NOTHING = Set.of("hold", "call-person");

    private final Expectation right;
    private final Observation seen;

    private Judge(Expectation right, Observation seen) {
        this.right = right;
        this.seen = seen;
    }

    /** Judges one repeat. */
    public static Judgement judge(Expectation right, Observation seen) {
        return new Judge(right, seen).judge();
    }

    private Judgement judge() {
        Optional<SeenIncident> main = main();
        Optional<Long> noticed = noticedNanos();
        List<String> wronglyBlamed = wronglyBlamed();
        boolean noticedIfNeeded = noticed.isPresent() || right.witness() == Witness.NOBODY;
        String kind = main.map(SeenIncident::kind).orElse("");
        String verdict = main.map(SeenIncident::verdict).orElse("");
        return new Judgement(
                noticed.isPresent(),
                noticed.map(at -> TimeUnit.NANOSECONDS.toMillis(at - seen.injectedNanos()))
                        .orElse(null),
                blamed(main, wronglyBlamed),
                noticedIfNeeded && wronglyBlamed.isEmpty(),
                kind,
                main.isPresent() ? right.kinds().contains(kind) : right.witness() != Witness.HEALER && noticedIfNeeded,
                seen.incidents().stream()
                        .flatMap(one -> one.remedies().stream())
                        .toList(),
                seen.interruption().until() == null
                        ? null
                        : Objects.requireNonNull(seen.interruption().until()).toMillis(),
                seen.reckoning().lost(),
                seen.reckoning().doubled(),
                verdict,
                main.isPresent()
                        ? right.verdicts().contains(verdict)
                        : right.witness() != Witness.HEALER && seen.wellAgain(),
                harm(),
                seen.wellAgain(),
                seen.note());
    }

    /** The incident about the one to blame. */
    private Optional<SeenIncident> main() {
        List<SeenIncident> its = seen.incidents().stream()
                .filter(one -> one.target().equals(right.component()))
                .toList();
        return its.stream()
                .filter(one -> !WITHDRAWN.equals(one.verdict()))
                .reduce((first, second) -> second)
                .or(() -> its.stream().reduce((first, second) -> second));
    }

    private Optional<Long> noticedNanos() {
        Stream<Long> byHealer = seen.incidents().stream()
                .filter(one -> one.target().equals(right.component()))
                .map(SeenIncident::seenNanos);
        Stream<Long> bySupervisor = right.witness() == Witness.SUPERVISOR
                ? Stream.ofNullable(seen.noticedNanos().get(right.component()))
                : Stream.empty();
        return Stream.concat(byHealer, bySupervisor).min(Long::compare);
    }

    private List<String> wronglyBlamed() {
        return seen.incidents().stream()
                .filter(one -> !one.target().equals(right.component())
                        && !right.alsoBlamed().contains(one.target())
                        && !WITHDRAWN.equals(one.verdict()))
                .map(one -> one.target() + " (" + one.kind() + ")")
                .distinct()
                .toList();
    }

    private String blamed(Optional<SeenIncident> main, List<String> wronglyBlamed) {
        return Stream.concat(main.map(SeenIncident::target).stream(), wronglyBlamed.stream())
                .collect(Collectors.joining(", "));
    }

    private String harm() {
        List<String> harm = new ArrayList<>();
        new TreeSet<>(seen.restarts().keySet())
                .stream()
                        .filter(name -> !right.victims().contains(name))
                        .forEach(name -> harm.add(name + " started again"));
        if (!right.mayAct()) {
            seen.incidents()
                    .forEach(one -> one.remedies().stream()
                            .filter(remedy -> !HANDLES_NOTHING.contains(remedy))
                            .forEach(remedy -> harm.add(remedy + " of " + one.target())));
        }
        return String.join(", ", harm);
    }
}
