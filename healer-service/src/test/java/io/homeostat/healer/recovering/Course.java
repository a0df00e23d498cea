package io.homeostat.healer.recovering;

import io.homeostat.healer.diagnosing.Diagnosis;
import io.homeostat.healer.diagnosing.FaultKind;
import io.homeostat.healer.recovering.RecoveryStep.Begin;
import io.homeostat.healer.recovering.RecoveryStep.Closed;
import io.homeostat.healer.recovering.guards.GuardRails;
import io.homeostat.healer.recovering.guards.GuardSettings;
import io.homeostat.healer.recovering.guards.Orders;
import io.homeostat.healer.recovering.remedies.Experience;
import io.homeostat.healer.recovering.remedies.Ladders;
import io.homeostat.healer.recovering.remedies.RemedyKind;
import io.homeostat.healer.recovering.remedies.RemedyTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Drives the recovery of one target half a second at a time, and collects what it says. */
final class Course {

    static final long STEP = 500;

    final Sights sights = new Sights();
    final Experience experience = new Experience();
    final RemedyTimes times = new RemedyTimes();
    final List<RecoveryStep> said = new ArrayList<>();
    Orders orders = Orders.ACT;
    RecoveryMeans means = means();
    Recovery recovery;
    long now;

    private final String target;
    private Optional<Diagnosis> fault;
    private long faultSince;

    /** A fault that is seen at once. */
    Course(String target, FaultKind kind) {
        this(target, kind, 1_000_000);
    }

    Course(String target, FaultKind kind, long start) {
        this.target = target;
        now = start;
        faultSince = start;
        fault = Optional.of(Sights.fault(target, kind, 0));
        recovery = Recovery.open("i1", Sights.fault(target, kind, 0), means, now);
    }

    private RecoveryMeans means() {
        return new RecoveryMeans(
                RecoverySettings.DEFAULTS,
                Ladders.defaults(),
                new GuardRails(GuardSettings.DEFAULTS, 1),
                times,
                experience);
    }

    /** From now on this is seen. */
    Course fault(FaultKind kind) {
        return diagnosis(Sights.fault(target, kind, 0));
    }

    Course diagnosis(Diagnosis seen) {
        if (fault.isEmpty()) {
            faultSince = now;
        }
        fault = Optional.of(seen);
        return this;
    }

    /** From now on nothing is seen. */
    Course well() {
        fault = Optional.empty();
        return this;
    }

    Course input(long position, long stableEnd) {
        sights.of(target).at(position, stableEnd);
        return this;
    }

    Course seconds(double seconds) {
        long end = now + Math.round(seconds * 1_000);
        return until(() -> now >= end);
    }

    Course untilClosed() {
        return until(recovery::isClosed);
    }

    /** Until the next remedy is to be begun. */
    Course untilBegin() {
        int before = begun().size();
        return until(() -> begun().size() > before);
    }

    private Course until(BooleanSupplier done) {
        for (int i = 0; !done.getAsBoolean(); i++) {
            if (i > 10_000) {
                throw new AssertionError("it goes on for ever: " + said);
            }
            look();
            now += STEP;
        }
        return this;
    }

    private void look() {
        Optional<Diagnosis> seen = fault.map(this::aged);
        means.guardRails().look(sights.at(now), seen.stream().toList(), orders);
        said.addAll(recovery.step(now, seen, sights.at(now)));
    }

    private Diagnosis aged(Diagnosis seen) {
        return new Diagnosis(
                seen.component(),
                seen.kind(),
                seen.confidence(),
                seen.evidence(),
                seen.ruledOut(),
                seen.explains(),
                now - faultSince);
    }

    /** The remedy that was begun last was done. */
    Course done() {
        return ended(RemedyResult.done());
    }

    Course ended(RemedyResult result) {
        said.addAll(recovery.remedyEnded(last().key(), result, now));
        return this;
    }

    /** The healer ends, and another with another beginning of time takes over; what it learned is stored elsewhere. */
    Course killed(long start) {
        RecoveryState state = recovery.state(now);
        faultSince = start - (now - faultSince);
        RecoveryMeans old = means;
        means = means();
        means.guardRails().restore(old.guardRails().state(now), start);
        now = start;
        recovery = Recovery.restored(state, means, now);
        return this;
    }

    List<Begin> begun() {
        return said(Begin.class);
    }

    List<RemedyKind> remedies() {
        return begun().stream().map(Begin::remedy).toList();
    }

    Begin last() {
        return begun().get(begun().size() - 1);
    }

    Closed closed() {
        List<Closed> closed = said(Closed.class);
        if (closed.size() != 1) {
            throw new AssertionError("closed once is expected: " + said);
        }
        return closed.get(0);
    }

    <T extends RecoveryStep> List<T> said(Class<T> type) {
        return said.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
