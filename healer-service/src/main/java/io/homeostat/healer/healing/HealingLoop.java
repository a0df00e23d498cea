package io.homeostat.healer.healing;

import io.homeostat.healer.diagnosing.Diagnoser;
import io.homeostat.healer.diagnosing.Diagnosis;
import io.homeostat.healer.diagnosing.FaultKind;
import io.homeostat.healer.healing.CaseBook.Case;
import io.homeostat.healer.incidents.IncidentBook;
import io.homeostat.healer.incidents.IncidentWriter;
import io.homeostat.healer.leading.Leadership;
import io.homeostat.healer.recovering.RecoveryMeans;
import io.homeostat.healer.recovering.RecoveryStep;
import io.homeostat.healer.recovering.Verdict;
import io.homeostat.healer.recovering.acting.Order;
import io.homeostat.healer.recovering.guards.Authority;
import io.homeostat.healer.recovering.guards.Orders;
import io.homeostat.healer.recovering.remedies.FaultNature;
import io.homeostat.healer.signals.Snapshot;
import io.homeostat.healer.signals.TargetSignals;
import io.homeostat.healer.watching.Watch;
import io.homeostat.healer.watching.Watcher;
import io.homeostat.model.incident.Incident;
import io.homeostat.runtime.files.JsonFile;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Watches, diagnoses, recovers and verifies, four times a second, in one thread. What a remedy does by HTTP is done in
 * threads of its own, and its result comes back into the loop, as do the wishes of people. Of several healers the one that
 * leads does this; the others only look. Thread-safe.
 */
final class HealingLoop extends Watcher {

    /** In so many rounds in a row a fault must be seen until it is an incident; but for the end of a process, a fact. */
    static final int ROUNDS = 3;

    private static final Duration ROUND = Duration.ofMillis(250);

    /** For so long an open incident must be nobody's before it is gone on with: its events may still be on their way. */
    private static final long ORPHANED_MILLIS = 5_000;

    private final Watch watch;
    private final Diagnoser diagnoser;
    private final RecoveryMeans means;
    private final StandingOrders orders;
    private final Leadership leadership;
    private final RemedyRunner runner;
    private final IncidentWriter writer;
    private final IncidentBook incidents;
    private final JsonFile<Knowledge> knowledge;
    private final MeterRegistry meters;
    private final InstantSource clock;
    private final CaseBook cases;
    private final Map<String, Integer> streaks = new HashMap<>();
    /** The faults whose incidents ended while they were still there: a person knows, and nobody is told again. */
    private final Map<String, FaultKind> settled = new HashMap<>();

    private final Map<String, Long> orphans = new HashMap<>();
    private final Queue<Runnable> wishes = new ConcurrentLinkedQueue<>();
    private boolean led;
    private volatile List<Diagnosis> newest = List.of();

    HealingLoop(
            Watch watch,
            Diagnoser diagnoser,
            RecoveryMeans means,
            StandingOrders orders,
            Leadership leadership,
            RemedyRunner runner,
            IncidentWriter writer,
            IncidentBook incidents,
            CaseBook cases,
            JsonFile<Knowledge> knowledge,
            MeterRegistry meters,
            InstantSource clock) {
        super("healing", ROUND);
        this.watch = watch;
        this.diagnoser = diagnoser;
        this.means = means;
        this.orders = orders;
        this.leadership = leadership;
        this.runner = runner;
        this.writer = writer;
        this.incidents = incidents;
        this.cases = cases;
        this.knowledge = knowledge;
        this.meters = meters;
        this.clock = clock;
    }

    /** What is wrong, as of the last round. */
    List<Diagnosis> diagnoses() {
        return newest;
    }

    /** Has something done in the loop's thread, in its next round. */
    void wish(Runnable wish) {
        wishes.add(wish);
    }

    @Override
    protected void look() {
        Snapshot snapshot = watch.snapshot();
        long now = snapshot.atMillis();
        List<Diagnosis> faults = diagnoser.diagnose(snapshot);
        newest = faults;
        Orders standing = orders.now();
        means.guardRails().look(snapshot, faults, standing);
        if (standing.authority() == Authority.NONE) {
            standBy(now);
        } else {
            takeOver(standing.authority(), now);
            takeResults(now);
            tellOfLaterRecoveries(snapshot, faults);
            open(faults, now);
            for (Case one : cases.all()) {
                Optional<Diagnosis> seen = faults.stream()
                        .filter(fault -> fault.component().equals(one.recovery().target())
                                || fault.explains().contains(one.recovery().target()))
                        .findFirst();
                obey(one, one.recovery().step(now, seen, snapshot), snapshot);
            }
        }
        for (Runnable wish = wishes.poll(); wish != null; wish = wishes.poll()) {
            wish.run();
        }
    }

    private void standBy(long now) {
        led = false;
        cases.leaveAll(now);
        streaks.clear();
        settled.clear();
        orphans.clear();
        while (runner.poll() != null) {
            // whoever leads now verifies what was begun
        }
    }

    /** Goes on with what the process before had begun, and then with what another healer has left open. */
    private void takeOver(Authority authority, long now) {
        if (!led) {
            led = true;
            cases.restore(
                    now, id -> incidents.find(id).map(known -> !known.open()).orElse(false));
        }
        if (authority != Authority.FULL) {
            return;
        }
        Set<String> open = new HashSet<>();
        for (Incident incident : incidents.open()) {
            open.add(incident.incidentId());
            long since = orphans.computeIfAbsent(incident.incidentId(), id -> now);
            if (cases.of(incident.target()).isPresent()) {
                orphans.remove(incident.incidentId());
            } else if (now - since >= ORPHANED_MILLIS && watch.names().contains(incident.target())) {
                Case adopted = cases.adopt(incident, now);
                obey(
                        adopted,
                        List.of(new RecoveryStep.TakenOver(
                                "this healer goes on with the incident, which another began and did not end")),
                        null);
            }
        }
        orphans.keySet().retainAll(open);
    }

    private void open(List<Diagnosis> faults, long now) {
        streaks.keySet()
                .removeIf(name ->
                        faults.stream().noneMatch(fault -> fault.component().equals(name)));
        settled.entrySet()
                .removeIf(one -> faults.stream()
                        .noneMatch(fault -> fault.component().equals(one.getKey()) && fault.kind() == one.getValue()));
        for (Diagnosis fault : faults) {
            int rounds = streaks.merge(fault.component(), 1, Integer::sum);
            if (rounds >= (FaultNature.of(fault.kind()) == FaultNature.PROCESS_ENDED ? 1 : ROUNDS)
                    && cases.of(fault.component()).isEmpty()
                    && settled.get(fault.component()) != fault.kind()) {
                cases.open(fault, now);
            }
        }
    }

    private void tellOfLaterRecoveries(Snapshot snapshot, List<Diagnosis> faults) {
        LaterRecoveries.of(
                        incidents.handedOver(),
                        snapshot,
                        faults,
                        means.settings().stableMillis(),
                        clock.instant())
                .forEach(writer::tell);
    }

    private void takeResults(long now) {
        for (RemedyRunner.Ended ended = runner.poll(); ended != null; ended = runner.poll()) {
            RemedyRunner.Ended one = ended;
            cases.of(one.target())
                    .ifPresent(its -> obey(its, its.recovery().remedyEnded(one.key(), one.result(), now), null));
        }
    }

    /** Tells the steps, writes down where things stand, and only then does what they ask for. */
    void obey(Case one, List<RecoveryStep> steps, @Nullable Snapshot snapshot) {
        if (steps.isEmpty()) {
            return;
        }
        String target = one.recovery().target();
        long now = watch.nowMillis();
        steps.forEach(step -> writer.tell(one.story().tell(step, clock.instant(), now)));
        if (one.recovery().isClosed()) {
            cases.close(target);
            streaks.remove(target);
        }
        cases.write(now);
        for (RecoveryStep step : steps) {
            if (step instanceof RecoveryStep.Begin begin && snapshot != null) {
                snapshot.target(target).ifPresent(signals -> begin(begin, one, signals));
            } else if (step instanceof RecoveryStep.NotHealed) {
                remember();
            } else if (step instanceof RecoveryStep.Closed closed) {
                remember();
                count(one, closed.verdict());
                newest.stream()
                        .filter(fault -> fault.component().equals(target))
                        .findFirst()
                        .ifPresent(fault -> settled.put(target, fault.kind()));
            }
        }
    }

    private void begin(RecoveryStep.Begin begin, Case one, TargetSignals target) {
        runner.begin(
                begin.key(),
                new Order(
                        begin.remedy(),
                        target,
                        one.story().incidentId(),
                        "%s needs a person: %s".formatted(target.name(), begin.sentence()),
                        leadership.generation()));
    }

    /** Keeps what was learned for the next start. */
    void remember() {
        knowledge.write(
                new Knowledge(means.experience().learned(), means.times().measured()));
    }

    private void count(Case one, Verdict verdict) {
        meters.counter(
                        "homeostat.incidents",
                        "kind",
                        one.story().kind(),
                        "verdict",
                        verdict.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    @Override
    protected void release() {
        runner.close();
    }
}
