package io.homeostat.healer.diagnosing;

import io.homeostat.healer.signals.Role;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A database that does not answer. What its user says of it counts once that has answered for a while: a service that has
 * just been started opens its database first, and of the time before nothing is known.
 */
final class DatabaseDownSign implements FaultSign {

    @Override
    public Optional<Suspicion> look(Scene scene) {
        if (scene.target().role() != Role.DATABASE || !scene.isAway() || isUserNew(scene)) {
            return Optional.empty();
        }
        return Optional.of(Suspicion.of(
                        FaultKind.DATABASE_DOWN,
                        scene.supervisor().isSaid() && !scene.supervisor().isAlive() ? 0.97 : 0.92,
                        scene.silence().rawMillis())
                .because(Sentences.silence(scene))
                .because(scene.supervisor().sentence()));
    }

    private static boolean isUserNew(Scene scene) {
        OptionalLong settled = scene.snapshot().targets().stream()
                .filter(one -> one.dependsOn().contains(scene.target().name()))
                .mapToLong(scene::settledMillis)
                .max();
        return settled.isPresent()
                && settled.getAsLong() < scene.limits().silenceFloor().toMillis();
    }
}
