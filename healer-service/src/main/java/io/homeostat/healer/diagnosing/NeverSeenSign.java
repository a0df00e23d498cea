package io.homeostat.healer.diagnosing;

import java.util.Optional;

/**
 * A target that was never seen, though its grace is over. Where the supervisor has it up, the address at which this healer
 * asks must be wrong; else nobody knows, and a person should look. Nothing is restarted for either.
 */
final class NeverSeenSign implements FaultSign {

    @Override
    public Optional<Suspicion> look(Scene scene) {
        if (scene.target().seen() || !scene.isUnwell()) {
            return Optional.empty();
        }
        boolean up = scene.supervisor().isUp();
        return Optional.of(Suspicion.of(
                        up ? FaultKind.MISCONFIGURED : FaultKind.UNKNOWN,
                        up ? 0.6 : 0.3,
                        scene.target().watchedMillis())
                .because("It was never seen in " + Figures.time(scene.target().watchedMillis()) + ".")
                .because(Sentences.silence(scene))
                .because(scene.supervisor().sentence())
                .because(up ? "The address at which this healer asks is likely wrong." : "")
                .not(up ? "Not crashed: its supervisor has it up." : ""));
    }
}
