package io.homeostat.healer.diagnosing;

import io.homeostat.healer.signals.ResourceSignals;
import java.util.Optional;

/** A heap that stays all but full after collections, or a thread that died for want of memory. */
final class MemorySign implements FaultSign {

    @Override
    public Optional<Suspicion> look(Scene scene) {
        ResourceSignals resources = scene.resources();
        DiagnosisLimits limits = scene.limits();
        double heap = resources.heapAfterCollection();
        boolean busy = resources.collectionShare() >= limits.collecting();
        boolean full = heap >= limits.heapFull() || (busy && heap >= limits.heapTight());
        Optional<String> death = Optional.ofNullable(scene.target().pipeline().lastFailure())
                .filter(one -> one.error().contains("OutOfMemoryError")
                        && one.agoMillis() <= limits.grace().toMillis()
                        && !(heap < limits.heapTight()))
                .map(one -> "A thread died " + Figures.time(one.agoMillis()) + " ago: " + one.error());
        if (!full && death.isEmpty()) {
            return Optional.empty();
        }
        boolean hurts = busy || death.isPresent() || scene.isTroubled();
        return Optional.of(Suspicion.of(FaultKind.MEMORY_LOW, hurts ? 0.94 : 0.8, 0)
                .because(full ? Figures.share(heap) + " of its heap stayed in use after the last collection." : "")
                .because(
                        busy
                                ? "Collections took " + Figures.share(resources.collectionShare())
                                        + " of the last ten seconds."
                                : "")
                .because(death.orElse(""))
                .not(full ? "Not a passing peak: this is what collections left." : ""));
    }
}
