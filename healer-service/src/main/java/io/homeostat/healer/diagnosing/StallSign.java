package io.homeostat.healer.diagnosing;

import io.homeostat.healer.signals.Answer;
import io.homeostat.healer.signals.PartitionSignal;
import io.homeostat.healer.signals.Role;
import java.util.Comparator;
import java.util.Optional;

/**
 * A service that answers while its pipeline, said to run, stands still: on a partition with records behind its position, or
 * with a canary in it that does not come out. A blocked or deadlocked processing thread looks like this.
 *
 * <p>A canary alone proves nothing where somebody's transaction holds records or answers back, or where it waits its turn behind a
 * backlog; neither does any stand-still in which the process did little but collect garbage.
 */
final class StallSign implements FaultSign {

    @Override
    public Optional<Suspicion> look(Scene scene) {
        boolean answers = !scene.target().liveness().isSilent()
                && scene.target().liveness().answer() != Answer.NOT_ASKED;
        boolean runs = scene.isState("RUNNING") || scene.target().pipeline().state() == null;
        if (scene.target().role() != Role.SERVICE
                || DeadThreadSign.isReplacedInVain(scene)
                || !answers
                || !runs
                || scene.wasCollecting()) {
            return Optional.empty();
        }
        long stall = scene.limits().stall().toMillis();
        if (scene.isStalled()) {
            return Optional.of(about(scene, onPartition(scene)));
        }
        long waits = Math.min(scene.counted(scene.target().canary().waitingMillis()), scene.answerableMillis());
        boolean unread = scene.target().canary().heldBackMillis()
                >= scene.limits().silenceFloor().toMillis();
        boolean excused = unread
                || scene.target().pipeline().partitions().stream()
                        .anyMatch(one -> isHeldBack(scene, one) || hasBacklog(scene, one));
        if (waits >= stall && !excused) {
            return Optional.of(about(scene, Suspicion.of(FaultKind.STALLED_PIPELINE, 0.75, waits)));
        }
        return Optional.empty();
    }

    private static boolean isHeldBack(Scene scene, PartitionSignal partition) {
        return partition.heldBackMillis() >= scene.limits().silenceFloor().toMillis();
    }

    private static boolean hasBacklog(Scene scene, PartitionSignal partition) {
        return partition.lag() > partition.readPerSecond()
                && partition.movedMillisAgo() < scene.limits().silenceFloor().toMillis();
    }

    private static Suspicion onPartition(Scene scene) {
        PartitionSignal worst = scene.target().pipeline().partitions().stream()
                .filter(one -> one.lag() > 0)
                .max(Comparator.comparingLong(PartitionSignal::stillMillis)
                        .thenComparing(PartitionSignal::topic)
                        .thenComparing(PartitionSignal::partition))
                .orElseThrow();
        boolean mute =
                scene.target().heartbeat().seen() && scene.heartbeatSilence().isUnusual(scene.limits());
        return Suspicion.of(FaultKind.STALLED_PIPELINE, mute ? 0.6 : 0.85, scene.stillMillis())
                .because("Its position on " + worst.topic() + "-" + worst.partition() + " has stood at "
                        + worst.position()
                        + " for " + Figures.time(worst.stillMillis()) + " with " + Figures.count(worst.lag())
                        + " records to read behind it.")
                .because(mute ? "Its heartbeats have stopped as well: it may not reach Kafka." : "");
    }

    private static Suspicion about(Scene scene, Suspicion suspicion) {
        long waits = scene.target().canary().waitingMillis();
        String state = scene.target().pipeline().state();
        return suspicion
                .because(
                        waits >= scene.limits().stall().toMillis()
                                ? "A canary in it has waited for " + Figures.time(waits) + "."
                                : "")
                .because("It answers, and "
                        + (state == null ? "does not say where its pipeline is." : "calls its pipeline " + state + "."))
                .not("Not crashed or hung: it answered in "
                        + Figures.time(scene.target().liveness().tookMillis()) + ".")
                .not(
                        scene.target().pipeline().partitions().stream().noneMatch(one -> isHeldBack(scene, one))
                                ? "Not an open transaction: the last stable offset is at the end."
                                : "")
                .not(others(scene));
    }

    private static String others(Scene scene) {
        return scene.snapshot().targets().stream()
                .filter(one -> !one.name().equals(scene.target().name()))
                .filter(one -> scene.of(one).movedMillisAgo()
                        < scene.limits().silenceFloor().toMillis())
                .map(one -> one.name())
                .sorted()
                .findFirst()
                .map(name -> "Not the input: the " + name + " goes on with its own.")
                .orElse("");
    }
}
