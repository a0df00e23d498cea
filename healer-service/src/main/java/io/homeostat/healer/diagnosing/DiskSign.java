package io.homeostat.healer.diagnosing;

import java.util.Optional;

/** A disk with a target's state that is all but full. */
final class DiskSign implements FaultSign {

    @Override
    public Optional<Suspicion> look(Scene scene) {
        long left = scene.resources().diskLeftBytes();
        if (left < 0 || left >= scene.limits().diskLeftBytes()) {
            return Optional.empty();
        }
        return Optional.of(Suspicion.of(FaultKind.DISK_LOW, scene.isTroubled() ? 0.94 : 0.8, 0)
                .because(Figures.size(left) + " are left on the disk with its state; "
                        + Figures.size(scene.limits().diskLeftBytes()) + " should be."));
    }
}
