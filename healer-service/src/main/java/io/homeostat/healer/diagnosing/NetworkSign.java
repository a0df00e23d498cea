package io.homeostat.healer.diagnosing;

import io.homeostat.healer.signals.Role;
import java.util.Optional;

/**
 * A service that this healer cannot reach while it works: heartbeats or commits came well after its last answer, and just
 * now. Nothing is restarted for that.
 */
final class NetworkSign implements FaultSign {

    @Override
    public Optional<Suspicion> look(Scene scene) {
        boolean gone = scene.hasEnded()
                || scene.supervisor().isStopping()
                || scene.supervisor().isStarting();
        if (scene.target().role() != Role.SERVICE || !scene.isSilent() || gone) {
            return Optional.empty();
        }
        boolean beats = scene.isHeardInSilence(scene.target().heartbeat().ageMillis());
        boolean moves = scene.isHeardInSilence(scene.movedMillisAgo());
        if (!beats && !moves) {
            return Optional.empty();
        }
        return Optional.of(Suspicion.of(
                        FaultKind.NETWORK_PARTITION,
                        beats && moves ? 0.9 : 0.85,
                        scene.silence().rawMillis())
                .because(Sentences.silence(scene))
                .because(beats ? Sentences.heartbeat(scene.target()) : "")
                .because(moves ? Sentences.progress(scene) : "")
                .because(scene.supervisor().sentence())
                .not("Neither crashed nor hung: it was heard of by way of Kafka after its last answer."));
    }
}
