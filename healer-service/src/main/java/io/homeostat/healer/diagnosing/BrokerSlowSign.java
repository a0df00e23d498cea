package io.homeostat.healer.diagnosing;

import io.homeostat.healer.signals.Probe;
import io.homeostat.healer.signals.Role;
import io.homeostat.healer.signals.TargetSignals;
import java.util.List;
import java.util.Optional;

/**
 * A broker that works badly: its answers take far longer than usual; or it leaves questions unanswered while heartbeats
 * still come through it; or it answers while all pipelines, two or more, stand still at once.
 */
final class BrokerSlowSign implements FaultSign {

    @Override
    public Optional<Suspicion> look(Scene scene) {
        if (scene.target().role() != Role.BROKER) {
            return Optional.empty();
        }
        Probe liveness = scene.target().liveness();
        if (!liveness.isGood()) {
            return BrokerDownSign.newestHeartbeat(scene)
                    .filter(one -> scene.isAway()
                            && !scene.hasEnded()
                            && scene.isHeardInSilence(one.heartbeat().ageMillis()))
                    .map(one -> deaf(scene, one));
        }
        if (OverloadSign.isSlow(liveness, scene.limits())) {
            return Optional.of(Suspicion.of(FaultKind.BROKER_SLOW, 0.7, 0)
                    .because("Its answers lately took " + Figures.time(liveness.recentMillis()) + ", usually "
                            + Figures.time(liveness.usualMillis()) + ".")
                    .not("Not down: it answered " + Figures.time(liveness.goodMillisAgo()) + " ago."));
        }
        return idle(scene);
    }

    private static Suspicion deaf(Scene scene, TargetSignals heard) {
        return Suspicion.of(FaultKind.BROKER_SLOW, 0.6, scene.silence().rawMillis())
                .because(Sentences.silence(scene))
                .not("Not down: a heartbeat of the " + heard.name() + " came through it "
                        + Figures.time(heard.heartbeat().ageMillis()) + " ago.");
    }

    private static Optional<Suspicion> idle(Scene scene) {
        List<Scene> pipelines = scene.speakers()
                .filter(one -> one.isState("RUNNING")
                        && !one.target().pipeline().partitions().isEmpty())
                .toList();
        if (pipelines.size() < 2 || !pipelines.stream().allMatch(Scene::standsStill)) {
            return Optional.empty();
        }
        long since = pipelines.stream().mapToLong(Scene::stillMillis).min().orElse(0);
        List<String> names =
                pipelines.stream().map(one -> one.target().name()).sorted().toList();
        return Optional.of(Suspicion.of(FaultKind.BROKER_SLOW, 0.5, since)
                .because("All " + names.size() + " pipelines (" + String.join(", ", names) + ") have stood still for "
                        + Figures.time(since) + " or longer, with records to read.")
                .because("It still answers this healer's questions, in "
                        + Figures.time(scene.target().liveness().tookMillis()) + ".")
                .not("Not a single pipeline: what they have in common is the broker."));
    }
}
