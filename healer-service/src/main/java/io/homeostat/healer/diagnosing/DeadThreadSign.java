package io.homeostat.healer.diagnosing;

import io.homeostat.healer.signals.PipelineSignals;
import io.homeostat.healer.signals.PipelineSignals.ThreadFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stream thread that died: and was not replaced, by its own state or because the whole pipeline has failed, or was
 * replaced without that the work has gone on since.
 */
final class DeadThreadSign implements FaultSign {

    /** A thread's death and the last progress before it are seen by different clocks. */
    private static final long APART_MILLIS = 1_500;

    @Override
    public Optional<Suspicion> look(Scene scene) {
        PipelineSignals pipeline = scene.target().pipeline();
        List<String> dead = pipeline.threads().entrySet().stream()
                .filter(one -> one.getValue().equals("DEAD"))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        boolean failed = scene.isState("FAILED");
        boolean inVain = isReplacedInVain(scene);
        if (dead.isEmpty() && !failed && !inVain) {
            return Optional.empty();
        }
        ThreadFailure failure = pipeline.lastFailure();
        long since = failure == null ? pipeline.inStateMillis() : failure.agoMillis();
        return Optional.of(Suspicion.of(FaultKind.DEAD_THREAD, 0.9, since)
                .because(
                        dead.isEmpty()
                                ? ""
                                : dead.size() + " of its " + pipeline.threads().size() + " stream threads are dead: "
                                        + String.join(", ", dead) + ".")
                .because(
                        failed
                                ? "It has called its pipeline FAILED for " + Figures.time(pipeline.inStateMillis())
                                        + "."
                                : "")
                .because(
                        inVain
                                ? "Its pipeline has stood still for " + Figures.time(scene.stillMillis())
                                        + ", since a thread died."
                                : "")
                .because(
                        failure == null
                                ? ""
                                : "A thread died " + Figures.time(failure.agoMillis()) + " ago: " + failure.error())
                .because(
                        pipeline.threadDeaths() == 0
                                ? ""
                                : pipeline.threadDeaths() + " stream threads died in five minutes.")
                .not(
                        failure == null
                                ? ""
                                : "Not known to be a poison record: the deaths were not on the same record."));
    }

    /** Whether the work has stood still since a thread died, though it was replaced. */
    static boolean isReplacedInVain(Scene scene) {
        ThreadFailure failure = scene.target().pipeline().lastFailure();
        long still = scene.stillMillis();
        return failure != null
                && still >= scene.limits().silenceFloor().toMillis()
                && failure.agoMillis() <= still + APART_MILLIS
                && failure.timesThere() < scene.limits().poisonTimes();
    }
}
