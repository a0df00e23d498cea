package io.homeostat.healer.diagnosing;

import io.homeostat.healer.signals.Role;
import java.util.Optional;

/** A database that does not answer. */
final class DatabaseDownSign implements FaultSign {

    @Override
    public Optional<Suspicion> look(Scene scene) {
        if (scene.target().role() != Role.DATABASE || !scene.isAway()) {
            return Optional.empty();
        }
        return Optional.of(Suspicion.of(
                        FaultKind.DATABASE_DOWN,
                        scene.supervisor().isSaid() && !scene.supervisor().isAlive() ? 0.97 : 0.92,
                        scene.silence().rawMillis())
                .because(Sentences.silence(scene))
                .because(scene.supervisor().sentence()));
    }
}
