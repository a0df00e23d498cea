package io.homeostat.healer.healing;

import io.homeostat.healer.diagnosing.Diagnoser;
import io.homeostat.healer.diagnosing.Diagnosis;
import io.homeostat.healer.diagnosing.FaultKind;
import io.homeostat.healer.incidents.IncidentWriter;
import io.homeostat.healer.recovering.Recovery;
import io.homeostat.healer.recovering.RecoveryMeans;
import io.homeostat.healer.recovering.RecoveryState;
import io.homeostat.healer.recovering.RecoveryStep;
import io.homeostat.healer.recovering.RemedyResult;
import io.homeostat.healer.recovering.Verdict;
import io.homeostat.healer.recovering.acting.Hands;
import io.homeostat.healer.signals.Snapshot;
import io.homeostat.healer.signals.TargetSignals;
import io.homeostat.healer.watching.Watch;
import io.homeostat.healer.watching.Watcher;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Watches, diagnoses, recovers and verifies, four times a second, in one thread. What a remedy does by HTTP is done in
 * threads of its own, and its result comes back into the loop. Thread-safe.
 */
final class HealingLoop extends Watcher {

    /** In so many rounds in a row a fault must be seen until it is an incident. */
    static final int ROUNDS = 3;

    private static final Duration ROUND = Duration.ofMillis(250);

    /** A recovery and its story. */
    private record Case(Recovery recovery, IncidentStory story) {}

    /** What came of a remedy. */
    private record Result(String target, String key, RemedyResult result) {}

    private final Watch watch;
    private final Diagnoser diagnoser;
    private final RecoveryMeans means;
    private final StandingOrders orders;
    private final Hands hands;
    private final IncidentWriter incidents;
    private final RecoveryJournal journal;
    private final MeterRegistry meters;
    private final InstantSource clock;
    private final ExecutorService doing = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "remedy");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Case> cases = new LinkedHashMap<>();
    private final Map<String, Integer> streaks = new HashMap<>();
    /** The faults whose incidents ended while they were still there: a person knows, and nobody is told again. */
    private final Map<String, FaultKind> settled = new HashMap<>();

    private final Queue<Result> results = new ConcurrentLinkedQueue<>();
    private boolean restored;
    private volatile List<Diagnosis> newest = List.of();

    HealingLoop(
            Watch watch,
            Diagnoser diagnoser,
            RecoveryMeans means,
            StandingOrders orders,
            Hands hands,
            IncidentWriter incidents,
            RecoveryJournal journal,
            MeterRegistry meters,
            InstantSource clock) {
        super("healing", ROUND);
        this.watch = watch;
        this.diagnoser = diagnoser;
        this.means = means;
        this.orders = orders;
        this.hands = hands;
        this.incidents = incidents;
        this.journal = journal;
        this.meters = meters;
        this.clock = clock;
    }

    /** What is wrong, as of the last round. */
    List<Diagnosis> diagnoses() {
        return newest;
    }

    @Override
    protected void look() {
        Snapshot snapshot = watch.snapshot();
        long now = snapshot.atMillis();
        restoreOnce(now);
        List<Diagnosis> faults = diagnoser.diagnose(snapshot);
        newest = faults;
        means.guardRails().look(snapshot, faults, orders.now());
        takeResults(now);
        open(faults, now);
        for (Case one : List.copyOf(cases.values())) {
            Optional<Diagnosis> seen = faults.stream()
                    .filter(fault -> fault.component().equals(one.recovery().target())
                            || fault.explains().contains(one.recovery().target()))
                    .findFirst();
            obey(one, one.recovery().step(now, seen, snapshot), snapshot);
        }
    }

    /** Goes on with what the healer before had begun. */
    private void restoreOnce(long now) {
        if (restored) {
            return;
        }
        restored = true;
        journal.read().ifPresent(entry -> {
            means.guardRails().restore(entry.ledger(), now);
            for (RecoveryState state : entry.open()) {
                Instant detectedAt = entry.detectedAt().getOrDefault(state.target(), clock.instant());
                IncidentStory story = new IncidentStory(
                        state.incidentId(),
                        state.diagnosis(),
                        detectedAt,
                        now - state.detectedAgoMillis(),
                        entry.sequences().getOrDefault(state.target(), 0L));
                cases.put(state.target(), new Case(Recovery.restored(state, means, now), story));
            }
        });
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
            if (rounds >= ROUNDS
                    && !cases.containsKey(fault.component())
                    && settled.get(fault.component()) != fault.kind()) {
                Instant at = clock.instant();
                String id = incidentId(fault.component(), at);
                cases.put(
                        fault.component(),
                        new Case(Recovery.open(id, fault, means, now), new IncidentStory(id, fault, at, now, 0)));
            }
        }
    }

    private void takeResults(long now) {
        for (Result result = results.poll(); result != null; result = results.poll()) {
            Case one = cases.get(result.target());
            if (one != null) {
                obey(one, one.recovery().remedyEnded(result.key(), result.result(), now), null);
            }
        }
    }

    private void obey(Case one, List<RecoveryStep> steps, @Nullable Snapshot snapshot) {
        if (steps.isEmpty()) {
            return;
        }
        String target = one.recovery().target();
        long now = watch.nowMillis();
        steps.forEach(step -> incidents.tell(one.story().tell(step, clock.instant(), now)));
        if (one.recovery().isClosed()) {
            cases.remove(target);
            streaks.remove(target);
        }
        journal.write(entry(now));
        for (RecoveryStep step : steps) {
            if (step instanceof RecoveryStep.Begin begin && snapshot != null) {
                snapshot.target(target).ifPresent(signals -> begin(begin, signals));
            } else if (step instanceof RecoveryStep.Closed closed) {
                count(one, closed.verdict());
                newest.stream()
                        .filter(fault -> fault.component().equals(target))
                        .findFirst()
                        .ifPresent(fault -> settled.put(target, fault.kind()));
            }
        }
    }

    private void begin(RecoveryStep.Begin begin, TargetSignals target) {
        Future<?> unused = doing.submit(() -> {
            RemedyResult result;
            try {
                result = hands.apply(begin.remedy(), target);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                result = RemedyResult.failed("interrupted");
            } catch (RuntimeException e) {
                result = RemedyResult.failed(e.toString());
            }
            results.add(new Result(target.name(), begin.key(), result));
        });
    }

    private RecoveryJournal.Entry entry(long now) {
        List<RecoveryState> open = new ArrayList<>();
        Map<String, Long> sequences = new HashMap<>();
        Map<String, Instant> detectedAt = new HashMap<>();
        cases.forEach((target, one) -> {
            open.add(one.recovery().state(now));
            sequences.put(target, one.story().sequence());
            detectedAt.put(target, one.story().detectedAt());
        });
        return new RecoveryJournal.Entry(
                open, sequences, detectedAt, means.guardRails().state(now));
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

    private static String incidentId(String target, Instant detectedAt) {
        return UUID.nameUUIDFromBytes((target + "/" + detectedAt.toEpochMilli()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Override
    protected void release() {
        doing.shutdownNow();
    }
}
