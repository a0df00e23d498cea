package io.homeostat.healer.diagnosing;

import java.util.Optional;

/** A pipeline that refuses to run as things are configured. */
final class RefusalSign implements FaultSign {

    @Override
    public Optional<Suspicion> look(Scene scene) {
        if (!scene.isState("REFUSED") || scene.target().liveness().isSilent()) {
            return Optional.empty();
        }
        String reason = scene.target().pipeline().reason();
        return Optional.of(Suspicion.of(
                        FaultKind.MISCONFIGURED, 0.95, scene.target().pipeline().inStateMillis())
                .because("Its pipeline refuses to run" + (reason == null ? "." : ": " + reason))
                .not("Not crashed or hung: it answers and says why."));
    }
}
