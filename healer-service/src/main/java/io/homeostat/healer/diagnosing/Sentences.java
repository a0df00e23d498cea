package io.homeostat.healer.diagnosing;

import io.homeostat.healer.signals.Probe;
import io.homeostat.healer.signals.ResourceSignals;
import io.homeostat.healer.signals.TargetSignals;

/** The sentences that more than one sign says, with their figures. An empty one says that there is nothing to say. */
final class Sentences {

    private Sentences() {}

    /** How long it has not answered, and what comes instead. */
    static String silence(Scene scene) {
        Probe liveness = scene.target().liveness();
        String since = liveness.goodMillisAgo() == Long.MAX_VALUE
                ? "It has never said that it is well, in "
                        + Figures.time(scene.silence().rawMillis())
                : "It last said that it is well " + Figures.time(liveness.goodMillisAgo()) + " ago";
        return since + " (" + Figures.phi(liveness.suspicion()) + "); now " + answer(liveness) + ".";
    }

    /** What its heartbeats say of its life. */
    static String heartbeat(TargetSignals target) {
        return target.heartbeat().seen()
                ? "Its last heartbeat came " + Figures.time(target.heartbeat().ageMillis()) + " ago ("
                        + Figures.phi(target.heartbeat().suspicion()) + ")."
                : "No heartbeat of it was ever seen.";
    }

    /** What its pipeline was last seen to do. */
    static String progress(Scene scene) {
        long ago = scene.movedMillisAgo();
        return ago == Long.MAX_VALUE
                ? "Its pipeline was never seen to move."
                : "Its pipeline last moved " + Figures.time(ago) + " ago.";
    }

    /** That its last heartbeat told of a full heap; empty if it did not. */
    static String lastHeap(Scene scene) {
        ResourceSignals last = scene.target().heartbeat().resources();
        return last.heapAfterCollection() >= scene.limits().heapTight()
                ? "Its last heartbeat said that " + Figures.share(last.heapAfterCollection())
                        + " of its heap stayed in use after a collection: it may have run out of memory."
                : "";
    }

    /** That a dependency is well. */
    static String notThe(TargetSignals dependency) {
        return "Not the " + dependency.name() + ": it answered "
                + Figures.time(dependency.liveness().goodMillisAgo()) + " ago.";
    }

    private static String answer(Probe probe) {
        return Figures.answer(probe.answer(), probe.detail());
    }
}
