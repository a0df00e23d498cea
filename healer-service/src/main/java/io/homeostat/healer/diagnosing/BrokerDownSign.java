package io.homeostat.healer.diagnosing;

import io.homeostat.healer.signals.HeartbeatSignals;
import io.homeostat.healer.signals.Role;
import io.homeostat.healer.signals.TargetSignals;
import java.util.Comparator;
import java.util.Optional;

/** A broker that does not answer, and of which nothing else is heard: a heartbeat that comes through it proves it alive. */
final class BrokerDownSign implements FaultSign {

    @Override
    public Optional<Suspicion> look(Scene scene) {
        if (scene.target().role() != Role.BROKER || !scene.isAway()) {
            return Optional.empty();
        }
        Optional<TargetSignals> newest = newestHeartbeat(scene);
        if (!scene.hasEnded() && newest.isPresent() && scene.isHeardInSilence(age(newest.get()))) {
            return Optional.empty();
        }
        return Optional.of(Suspicion.of(
                        FaultKind.BROKER_DOWN,
                        scene.supervisor().isSaid() && !scene.supervisor().isAlive() ? 0.97 : 0.92,
                        scene.silence().rawMillis())
                .because(Sentences.silence(scene))
                .because(newest.map(one -> "No heartbeat has come through it for " + Figures.time(age(one)) + ".")
                        .orElse(""))
                .because(scene.supervisor().sentence())
                .not(
                        newest.isEmpty()
                                ? ""
                                : "Not this healer's questions alone: no heartbeat comes through it either."));
    }

    /** The target whose heartbeat came last, of those whose heartbeats come through this broker. */
    static Optional<TargetSignals> newestHeartbeat(Scene scene) {
        return scene.speakers()
                .map(Scene::target)
                .filter(one -> one.heartbeat().seen())
                .min(Comparator.comparingLong(BrokerDownSign::age).thenComparing(TargetSignals::name));
    }

    private static long age(TargetSignals target) {
        HeartbeatSignals heartbeat = target.heartbeat();
        return heartbeat.ageMillis();
    }
}
