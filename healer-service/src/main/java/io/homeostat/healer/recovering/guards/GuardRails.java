package io.homeostat.healer.recovering.guards;

import io.homeostat.healer.diagnosing.Diagnosis;
import io.homeostat.healer.recovering.remedies.RemedyKind;
import io.homeostat.healer.signals.Snapshot;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * What must hold before anything is done to a target: every guard of the list allows it. Not thread-safe: one thread
 * looks, then asks for each target, and tells what it begins.
 *
 * <p>The guards are asked in their order, and the first refusal is the answer: what a person ordered comes before what
 * the figures say. Waiting is always allowed; calling a person unless that person said otherwise.
 */
public final class GuardRails {

    private final List<Guard> guards;
    private final RemedyLedger ledger;
    private Circumstances circumstances;

    /** All guards, with an empty memory; the seed is that of the jitter. */
    public GuardRails(GuardSettings settings, long seed) {
        this(all(settings), settings, new Random(seed));
    }

    GuardRails(List<Guard> guards, GuardSettings settings, RandomGenerator random) {
        this.guards = List.copyOf(guards);
        this.ledger = new RemedyLedger(settings, random);
        this.circumstances = new Circumstances(new Snapshot(0, List.of(), 0), List.of(), Orders.ACT, ledger);
    }

    static List<Guard> all(GuardSettings settings) {
        return List.of(
                new LeadershipGuard(),
                new KillSwitch(),
                new ModeGuard(),
                new MaintenanceGuard(),
                new SlownessGuard(),
                new DependencyGuard(),
                new StormGuard(settings.stormTargets()),
                new SingleFlight(),
                new StandstillGuard(settings.standstillMillis()),
                new TargetBudget(settings.targetRestarts(), settings.windowMillis()),
                new SystemBudget(settings.systemRestarts(), settings.windowMillis()),
                new BackOffGuard());
    }

    /** Takes over the memory of another process; before anything else is done. */
    public void restore(LedgerState state, long nowMillis) {
        ledger.restore(state, nowMillis);
    }

    /** The memory, to be stored before a remedy is done. */
    public LedgerState state(long nowMillis) {
        return ledger.state(nowMillis);
    }

    /**
     * What is seen now; once a round, before anything is asked.
     *
     * @param faults all diagnoses of the round, with their explanations: a storm shows only in all of them
     */
    public void look(Snapshot snapshot, List<Diagnosis> faults, Orders orders) {
        circumstances = new Circumstances(snapshot, faults, orders, ledger);
        ledger.look(snapshot.atMillis(), circumstances.sick());
    }

    /** Whether it may be done now; changes nothing. */
    public Ruling judge(Intent intent) {
        return judge(intent, guards);
    }

    /** Whether it may be done now because a person orders it; changes nothing. */
    public Ruling judgeOrder(Intent intent) {
        return judge(intent, guards.stream().filter(Guard::bindsPersons).toList());
    }

    private Ruling judge(Intent intent, List<Guard> asked) {
        for (Guard guard : asked) {
            Ruling ruling = guard.judge(intent, circumstances);
            if (ruling instanceof Ruling.Refused) {
                return ruling;
            }
        }
        return Ruling.ALLOWED;
    }

    /** It is being done. Nothing to remember of a call to a person. */
    public void begun(String target, RemedyKind remedy, long nowMillis) {
        if (remedy.actsOnTarget()) {
            ledger.begun(target, remedy, nowMillis);
        }
    }

    /** It was refused, so that nothing was done: it counts neither as a restart nor for the back-off. After its end. */
    public void notDone(String target, RemedyKind remedy, long nowMillis) {
        if (remedy.actsOnTarget()) {
            ledger.takeBack(target, remedy, nowMillis);
        }
    }

    /** It ended, well or not, or was given up. */
    public void ended(String target) {
        ledger.ended(target);
    }
}
