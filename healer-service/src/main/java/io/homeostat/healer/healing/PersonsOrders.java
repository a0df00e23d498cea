package io.homeostat.healer.healing;

import io.homeostat.healer.diagnosing.Diagnosis;
import io.homeostat.healer.diagnosing.FaultKind;
import io.homeostat.healer.healing.CaseBook.Case;
import io.homeostat.healer.recovering.RecoveryMeans;
import io.homeostat.healer.recovering.guards.Intent;
import io.homeostat.healer.recovering.guards.Ruling;
import io.homeostat.healer.recovering.remedies.Learned;
import io.homeostat.healer.recovering.remedies.RemedyKind;
import io.homeostat.healer.signals.Snapshot;
import io.homeostat.healer.watching.Watch;
import io.homeostat.runtime.web.ProblemException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What a person may have the healing loop do, and ask of it. Thread-safe: everything happens in the loop's thread. */
final class PersonsOrders {

    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final Watch watch;
    private final HealingLoop loop;
    private final CaseBook cases;
    private final RecoveryMeans means;
    private final InstantSource clock;

    PersonsOrders(Watch watch, HealingLoop loop, CaseBook cases, RecoveryMeans means, InstantSource clock) {
        this.watch = watch;
        this.loop = loop;
        this.cases = cases;
        this.means = means;
        this.clock = clock;
    }

    /**
     * Restarts a target's process now, in its open incident or in a new one, and answers with the incident's id.
     *
     * @throws ProblemException (409) with a sentence that says until when, if a guard that holds for people, too, refuses
     */
    String recover(String target) {
        return inLoop(() -> {
            Snapshot snapshot = watch.snapshot();
            long now = snapshot.atMillis();
            Intent intent = new Intent(target, RemedyKind.RESTART_PROCESS, FaultKind.UNKNOWN, 0, now);
            if (means.guardRails().judgeOrder(intent) instanceof Ruling.Refused refused) {
                throw new ProblemException(HttpStatus.CONFLICT, refusal(refused, now));
            }
            Case one = cases.of(target).orElseGet(() -> cases.open(asked(target), now));
            loop.obey(one, one.recovery().order(RemedyKind.RESTART_PROCESS, now), snapshot);
            return one.story().incidentId();
        });
    }

    /** What was learned so far. */
    List<Learned> learned() {
        return inLoop(means.experience()::learned);
    }

    /** Forgets what was learned about a target, or, with {@code null}, about all. */
    void forget(@Nullable String target) {
        inLoop(() -> {
            if (target == null) {
                means.experience().reset();
            } else {
                means.experience().reset(target);
            }
            loop.remember();
            return true;
        });
    }

    private Diagnosis asked(String target) {
        return loop.diagnoses().stream()
                .filter(fault -> fault.component().equals(target))
                .findFirst()
                .orElseGet(() -> new Diagnosis(
                        target, FaultKind.UNKNOWN, 1, List.of("A person asked for it."), List.of(), List.of(), 0));
    }

    private String refusal(Ruling.Refused refused, long nowMillis) {
        String sentence = refused.sentence();
        String first = sentence.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + sentence.substring(1);
        return refused.untilMillis() == Ruling.UNKNOWN
                ? first + "."
                : first + "; until " + clock.instant().plusMillis(refused.untilMillis() - nowMillis) + ".";
    }

    private <T> T inLoop(Supplier<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        loop.wish(() -> {
            try {
                answer.complete(work.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE, "The healing loop did not answer within 5 s; try again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "The healer is stopping.");
        }
    }
}
