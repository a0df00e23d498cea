package io.homeostat.healer.diagnosing;

import io.homeostat.healer.signals.TargetSignals;
import java.util.Optional;

/** A producer that is up and writes nothing, nor does anybody else. */
final class NoInputSign implements FaultSign {

    /** The name that the producer has among the targets. */
    static final String PRODUCER = "producer";

    @Override
    public Optional<Suspicion> look(Scene scene) {
        TargetSignals target = scene.target();
        if (!target.name().equals(PRODUCER) || !target.liveness().isGood() || scene.isState("PAUSED")) {
            return Optional.empty();
        }
        long still = scene.snapshot().targets().stream()
                .mapToLong(one -> one.pipeline().inputStillMillis())
                .max()
                .orElse(0);
        long counted = Math.min(scene.carried(still), target.liveness().sinceMillis());
        if (counted < scene.limits().noInput().toMillis()) {
            return Optional.empty();
        }
        return Optional.of(Suspicion.of(FaultKind.NO_INPUT, 0.7, counted)
                .because("Nothing was written to the stream for " + Figures.time(still) + ".")
                .because("The producer lives: it answered "
                        + Figures.time(target.liveness().goodMillisAgo()) + " ago.")
                .not("Not the readers: there is nothing for them to read."));
    }
}
