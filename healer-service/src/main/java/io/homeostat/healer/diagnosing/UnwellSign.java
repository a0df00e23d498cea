package io.homeostat.healer.diagnosing;

import io.homeostat.healer.signals.Answer;
import io.homeostat.healer.signals.Probe;
import io.homeostat.healer.signals.Role;
import java.util.Optional;

/**
 * A service of which something is wrong that no other sign knows: it says so itself, gives unreadable answers, is not ready
 * for long, or its host is gone. For a person: nothing is known that would mend it.
 */
final class UnwellSign implements FaultSign {

    @Override
    public Optional<Suspicion> look(Scene scene) {
        if (scene.target().role() != Role.SERVICE || !scene.target().seen() || isOnItsWay(scene)) {
            return Optional.empty();
        }
        return switch (scene.target().liveness().answer()) {
            case UP -> unready(scene);
            case DOWN, UNREADABLE, UNREACHABLE -> unwell(scene);
            case REFUSED, TIMED_OUT, NOT_ASKED -> Optional.empty();
        };
    }

    private static boolean isOnItsWay(Scene scene) {
        boolean starting = scene.supervisor().isStarting()
                && scene.target().process().inStateMillis()
                        < scene.limits().grace().toMillis();
        return starting || scene.supervisor().isStopping() || scene.isState("PAUSED");
    }

    private static Optional<Suspicion> unwell(Scene scene) {
        if (!scene.silence().isBeyondCeiling(scene.limits())) {
            return Optional.empty();
        }
        return Optional.of(Suspicion.of(FaultKind.UNKNOWN, 0.5, scene.silence().rawMillis())
                .because(Sentences.silence(scene))
                .because(Sentences.heartbeat(scene.target())));
    }

    private static Optional<Suspicion> unready(Scene scene) {
        Probe readiness = scene.target().readiness();
        if (readiness.isGood() || readiness.answer() == Answer.NOT_ASKED) {
            return Optional.empty();
        }
        long settled =
                scene.dependencies().mapToLong(scene::settledMillis).min().orElse(Long.MAX_VALUE);
        long since = Math.min(scene.target().liveness().sinceMillis(), scene.counted(readiness.goodMillisAgo()));
        if (since < scene.limits().notReady().toMillis()) {
            return Optional.empty();
        }
        String reason = scene.target().pipeline().reason();
        Suspicion suspicion = Suspicion.of(FaultKind.UNKNOWN, 0.4, since)
                .because("It has lived and not been ready for " + Figures.time(since) + "; asked, "
                        + Figures.answer(readiness.answer(), readiness.detail()) + ".")
                .because(
                        scene.target().pipeline().state() == null
                                ? ""
                                : "It calls its pipeline "
                                        + scene.target().pipeline().state() + (reason == null ? "." : ": " + reason))
                .not("Not crashed or hung: it answers.");
        return settled < scene.limits().notReady().toMillis() ? Optional.empty() : Optional.of(suspicion);
    }
}
