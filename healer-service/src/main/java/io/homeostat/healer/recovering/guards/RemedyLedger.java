package io.homeostat.healer.recovering.guards;

import io.homeostat.healer.recovering.remedies.RemedyKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What was done lately and what is under way: the memory of the guard rails. Not thread-safe; it keeps one window of
 * restarts, and one entry a target.
 */
final class RemedyLedger {

    private final GuardSettings settings;
    private final RandomGenerator random;
    private final Map<String, RemedyKind> running = new LinkedHashMap<>();
    private final Deque<Restart> restarts = new ArrayDeque<>();
    private final Map<String, BackOff> backOffs = new LinkedHashMap<>();

    RemedyLedger(GuardSettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
    }

    /** Takes over what another process did, by how long ago it was. */
    void restore(LedgerState state, long nowMillis) {
        state.restarts().forEach(one -> restarts.addLast(new Restart(one.target(), nowMillis - one.agoMillis())));
        state.backOffs()
                .forEach(one -> backOffs.put(
                        one.target(),
                        new BackOff(
                                settings, one.remedies(), nowMillis + one.leftMillis(), nowMillis - one.calmMillis())));
    }

    LedgerState state(long nowMillis) {
        return new LedgerState(
                restarts.stream()
                        .map(one -> new LedgerState.Restart(one.target(), nowMillis - one.atMillis()))
                        .toList(),
                backOffs.entrySet().stream()
                        .map(entry -> entry.getValue().state(entry.getKey(), nowMillis))
                        .toList());
    }

    /** Tells who is at fault now, and so who is calm. */
    void look(long nowMillis, Set<String> sick) {
        backOffs.entrySet()
                .removeIf(entry -> !running.containsKey(entry.getKey())
                        && entry.getValue().isOver(nowMillis, sick.contains(entry.getKey())));
        while (!restarts.isEmpty() && restarts.getFirst().atMillis() <= nowMillis - settings.windowMillis()) {
            restarts.removeFirst();
        }
    }

    void begun(String target, RemedyKind remedy, long nowMillis) {
        running.put(target, remedy);
        if (remedy.isRestart()) {
            restarts.addLast(new Restart(target, nowMillis));
        }
        backOffs.computeIfAbsent(target, name -> new BackOff(settings)).again(nowMillis, random.nextDouble());
    }

    /** The newest remedy of a target was not done. */
    void takeBack(String target, RemedyKind remedy, long nowMillis) {
        if (remedy.isRestart()) {
            Iterator<Restart> newestFirst = restarts.descendingIterator();
            while (newestFirst.hasNext()) {
                if (newestFirst.next().target().equals(target)) {
                    newestFirst.remove();
                    break;
                }
            }
        }
        BackOff backOff = backOffs.get(target);
        if (backOff != null) {
            backOff.takeBack(nowMillis);
        }
    }

    void ended(String target) {
        running.remove(target);
    }

    /** What is under way on a target, in words. */
    Optional<String> running(String target) {
        return Optional.ofNullable(running.get(target)).map(RemedyKind::label);
    }

    /** When a target was restarted after the given time, oldest first. */
    List<Long> restarts(String target, long afterMillis) {
        return restarts.stream()
                .filter(one -> one.target().equals(target) && one.atMillis() > afterMillis)
                .map(Restart::atMillis)
                .toList();
    }

    /** When any target was restarted after the given time, oldest first. */
    List<Long> restarts(long afterMillis) {
        return restarts.stream()
                .map(Restart::atMillis)
                .filter(at -> at > afterMillis)
                .toList();
    }

    /** Before when nothing more is done to a target; {@link Long#MIN_VALUE} if nothing was lately. */
    long notBeforeMillis(String target) {
        BackOff backOff = backOffs.get(target);
        return backOff == null ? Long.MIN_VALUE : backOff.notBeforeMillis();
    }

    private record Restart(String target, long atMillis) {}
}
