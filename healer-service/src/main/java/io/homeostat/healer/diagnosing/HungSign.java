package io.homeostat.healer.diagnosing;

import io.homeostat.healer.signals.Answer;
import io.homeostat.healer.signals.Role;
import java.util.Optional;

/**
 * A service whose process is there and does nothing: no answer, no heartbeat, no progress. All three must be missing, and
 * Kafka must have answered all the while: without it, the latter two say nothing.
 */
final class HungSign implements FaultSign {

    @Override
    public Optional<Suspicion> look(Scene scene) {
        if (scene.target().role() != Role.SERVICE || !scene.isSilent() || !mayBeThere(scene)) {
            return Optional.empty();
        }
        boolean heartbeats = scene.target().heartbeat().seen();
        boolean mute = heartbeats
                ? scene.heartbeatSilence().isUnusual(scene.limits())
                : scene.silence().isBeyondCeiling(scene.limits());
        long floor = scene.limits().silenceFloor().toMillis();
        if (!mute || scene.counted(scene.movedMillisAgo()) < floor) {
            return Optional.empty();
        }
        boolean sure = scene.silence().countedMillis() >= scene.limits().stall().toMillis();
        double confidence = !heartbeats ? 0.6 : sure ? 0.92 : 0.8;
        return Optional.of(
                Suspicion.of(FaultKind.HUNG_PROCESS, confidence, scene.silence().rawMillis())
                        .because(Sentences.silence(scene))
                        .because(Sentences.heartbeat(scene.target()))
                        .because(Sentences.progress(scene))
                        .because(scene.supervisor().sentence())
                        .because(Sentences.lastHeap(scene))
                        .not(
                                scene.supervisor().isAlive()
                                        ? "Not crashed: its supervisor has it running."
                                        : "Not crashed: nothing refuses the connection.")
                        .not(heartbeats ? "Not the network to this healer: then its heartbeats would go on." : ""));
    }

    /**
     * A port that refuses while the supervisor has the process running may be the moment after its end, of which the
     * supervisor has not told yet: then the ceiling must pass, too.
     */
    private static boolean mayBeThere(Scene scene) {
        SupervisorWord supervisor = scene.supervisor();
        if (!supervisor.isSaid()) {
            // who has just been started by hand takes connections before it answers
            return scene.target().liveness().answer() == Answer.TIMED_OUT
                    && scene.target().liveness().sinceMillis()
                            >= scene.limits().silenceCeiling().toMillis();
        }
        boolean begun = !supervisor.isStarting()
                || scene.target().process().inStateMillis()
                        >= scene.limits().grace().toMillis();
        boolean told = scene.target().liveness().answer() != Answer.REFUSED
                || scene.silence().isBeyondCeiling(scene.limits());
        return supervisor.isAlive() && begun && told;
    }
}
