package io.homeostat.healer.diagnosing;

import io.homeostat.healer.signals.PipelineSignals;
import io.homeostat.healer.signals.PipelineSignals.ThreadFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stream thread that died and was not replaced: by its own state, or because the whole pipeline has failed. */
final class DeadThreadSign implements FaultSign {

    @Override
    public Optional<Suspicion> look(Scene scene) {
        PipelineSignals pipeline = scene.target().pipeline();
        List<String> dead = pipeline.threads().entrySet().stream()
                .filter(one -> one.getValue().equals("DEAD"))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        boolean failed = scene.isState("FAILED");
        if (dead.isEmpty() && !failed) {
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
}
