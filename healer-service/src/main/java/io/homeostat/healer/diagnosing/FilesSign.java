package io.homeostat.healer.diagnosing;

import java.util.Optional;

/** A process whose file handles are all but used up. */
final class FilesSign implements FaultSign {

    @Override
    public Optional<Suspicion> look(Scene scene) {
        double open = scene.resources().filesOpen();
        if (!(open >= scene.limits().filesOpen())) {
            return Optional.empty();
        }
        return Optional.of(Suspicion.of(FaultKind.FILES_LOW, scene.isTroubled() ? 0.93 : 0.8, 0)
                .because(Figures.share(open) + " of its file handles are in use; "
                        + Figures.share(scene.limits().filesOpen()) + " should be the most."));
    }
}
