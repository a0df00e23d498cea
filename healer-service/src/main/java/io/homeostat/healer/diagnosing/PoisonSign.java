package io.homeostat.healer.diagnosing;

import io.homeostat.healer.signals.PipelineSignals.ThreadFailure;
import java.util.Optional;

/** A record on which the pipeline died again and again, and which it has not passed yet. */
final class PoisonSign implements FaultSign {

    private static final long MEMORY_MILLIS = 300_000;

    @Override
    public Optional<Suspicion> look(Scene scene) {
        ThreadFailure failure = scene.target().pipeline().lastFailure();
        if (failure == null
                || failure.topic() == null
                || failure.timesThere() < scene.limits().poisonTimes()
                || isPassed(scene, failure)) {
            return Optional.empty();
        }
        String place = failure.topic() + "-" + failure.partition() + " at offset " + failure.offset();
        return Optional.of(Suspicion.of(FaultKind.POISON_RECORD, 0.93, failure.agoMillis())
                .because("Its stream thread died " + failure.timesThere() + " times in a row on the record of " + place
                        + ", the last time " + Figures.time(failure.agoMillis()) + " ago.")
                .because("The error: " + failure.error())
                .not("Not a fault of the thread alone: it died on that same record each time."));
    }

    private static boolean isPassed(Scene scene, ThreadFailure failure) {
        return scene.target().pipeline().partitions().stream()
                .filter(one -> one.topic().equals(failure.topic()) && one.partition() == failure.partition())
                .findFirst()
                .map(one -> one.position() > failure.offset())
                .orElse(failure.agoMillis() > MEMORY_MILLIS);
    }
}
