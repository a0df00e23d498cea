package io.homeostat.healer.diagnosing;

import io.homeostat.healer.signals.PartitionSignal;
import java.util.Comparator;
import java.util.Optional;

/**
 * An open transaction of somebody's, beyond which a {@code read_committed} reader cannot read: the last stable offset stands
 * still while the end lies beyond it. Seen by all readers of the topic, it is one thing. Waiting mends it.
 */
final class HeldBackSign implements FaultSign {

    @Override
    public Optional<Suspicion> look(Scene scene) {
        return scene.target().pipeline().partitions().stream()
                .filter(one -> one.end() > one.stableEnd()
                        && scene.carried(one.heldBackMillis())
                                >= scene.limits().heldBack().toMillis())
                .max(Comparator.comparingLong(PartitionSignal::heldBackMillis)
                        .thenComparing(PartitionSignal::topic)
                        .thenComparing(PartitionSignal::partition))
                .map(HeldBackSign::about);
    }

    private static Suspicion about(PartitionSignal one) {
        return Suspicion.of(FaultKind.HELD_BACK, 0.8, one.heldBackMillis())
                .because("The last stable offset of " + one.topic() + "-" + one.partition() + " has stood at "
                        + one.stableEnd() + " for " + Figures.time(one.heldBackMillis()) + ", with "
                        + Figures.count(one.end() - one.stableEnd())
                        + " records beyond it: somebody's transaction is open.")
                .not("Not a stalled pipeline: it may not read what is not committed.")
                .sharedBy(one.topic());
    }
}
