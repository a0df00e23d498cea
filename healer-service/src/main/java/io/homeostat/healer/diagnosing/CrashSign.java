package io.homeostat.healer.diagnosing;

import io.homeostat.healer.signals.Answer;
import io.homeostat.healer.signals.Role;
import java.util.Optional;

/**
 * A service whose process ended: by the supervisor's word, or, where there is none, because nobody listens any more and its
 * heartbeats have stopped. A crash loop if that happened again and again.
 */
final class CrashSign implements FaultSign {

    @Override
    public Optional<Suspicion> look(Scene scene) {
        if (scene.target().role() != Role.SERVICE) {
            return Optional.empty();
        }
        SupervisorWord supervisor = scene.supervisor();
        boolean comingBack = supervisor.isComingBack()
                && scene.isUnwell()
                && scene.target().process().inStateMillis()
                        < scene.limits().grace().toMillis();
        Suspicion suspicion;
        if (scene.hasEnded()) {
            suspicion = bySupervisor(scene, 0.97, scene.target().process().inStateMillis());
        } else if (comingBack) {
            suspicion = bySupervisor(scene, 0.95, scene.silence().rawMillis());
        } else if (!supervisor.isSaid() && isGone(scene)) {
            suspicion = bySilence(scene);
        } else {
            return Optional.empty();
        }
        return Optional.of(suspicion.because(Sentences.lastHeap(scene)));
    }

    private static Suspicion bySupervisor(Scene scene, double confidence, long sinceMillis) {
        int ends = scene.target().process().endsLately();
        boolean loop = ends >= scene.limits().crashLoopEnds();
        String not = scene.target().heartbeat().seen() && scene.isUnwell()
                ? "Not the network between it and this healer: its supervisor has no running process of it either."
                : "";
        return Suspicion.of(loop ? FaultKind.CRASH_LOOP : FaultKind.CRASHED, confidence, sinceMillis)
                .because(scene.supervisor().sentence())
                .because(loop ? "That was its end number " + ends + " in five minutes." : "")
                .because(scene.isUnwell() ? Sentences.silence(scene) : "")
                .not(scene.supervisor().hasEnded() ? not : "")
                .not(loop || ends == 0 ? "" : "No crash loop: it ended " + times(ends) + " in five minutes.");
    }

    private static String times(int ends) {
        return ends == 1 ? "once" : ends + " times";
    }

    private static boolean isGone(Scene scene) {
        return scene.isSilent()
                && scene.target().liveness().answer() == Answer.REFUSED
                && (!scene.target().heartbeat().seen()
                        || scene.heartbeatSilence().isUnusual(scene.limits()));
    }

    private static Suspicion bySilence(Scene scene) {
        boolean heartbeats = scene.target().heartbeat().seen();
        return Suspicion.of(
                        FaultKind.CRASHED,
                        heartbeats ? 0.85 : 0.7,
                        scene.silence().rawMillis())
                .because(Sentences.silence(scene))
                .because(Sentences.heartbeat(scene.target()))
                .not("Not hung: a hung process's port still takes connections, and this one's refuses them.")
                .not(heartbeats ? "Not the network to this healer: then its heartbeats would go on." : "");
    }
}
