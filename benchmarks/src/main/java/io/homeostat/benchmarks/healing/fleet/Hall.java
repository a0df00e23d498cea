package io.homeostat.benchmarks.healing.fleet;

import io.homeostat.benchmarks.healing.feed.FeedRow;
import io.homeostat.benchmarks.healing.feed.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One group of sensors in one hall, which share a daily season, loads that come and go, and a wander. Mutable, not
 * thread-safe.
 */
final class Hall {

    /** Nothing breaks while there is nothing to learn from. */
    private static final long QUIET_MILLIS = 2 * 86_400_000L;

    private static final double DAY_SECONDS = 86_400;
    private static final double WANDER_SECONDS = 3_600;
    private static final double LOAD_LAG_SECONDS = 1_500;
    private static final double LOADS_PER_DAY = 5;
    private static final double EVENTS_PER_DAY = 0.5;

    private final FleetPlan plan;
    private final int firstSensor;
    private final SplittableRandom random;
    private final double level;
    private final double season;
    private final double phase;
    private final double wanderSize;
    private final List<Place> places = new ArrayList<>();
    private final List<List<Fault>> faults = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    private double wander;
    private double load;
    private double loadTarget;

    Hall(FleetPlan plan, int sensors, int firstSensor, long beginMillis, SplittableRandom random) {
        this.plan = plan;
        this.firstSensor = firstSensor;
        this.random = random;
        level = random.nextDouble(18, 30);
        season = random.nextDouble(1, 4);
        phase = random.nextDouble(2 * Math.PI);
        wanderSize = random.nextDouble(0.1, 0.5);
        long end = beginMillis + plan.days() * 86_400_000L;
        for (int i = 0; i < sensors; i++) {
            places.add(new Place(plan, random.split()));
            faults.add(faults(places.get(i), beginMillis + QUIET_MILLIS, end));
        }
        double gap = 86_400_000 / EVENTS_PER_DAY;
        for (long at = later(beginMillis + QUIET_MILLIS, gap); at < end; ) {
            Event event = Event.next(plan, sensors, at, random);
            events.add(event);
            at = later(event.fadedMillis() + 3_600_000, gap);
        }
    }

    private List<Fault> faults(Place place, long begin, long end) {
        List<Fault> drawn = new ArrayList<>();
        double gap = 86_400_000 / plan.faultsPerDay();
        long at = later(begin, gap);
        while (at < end) {
            FaultKind kind = FaultKind.drawn(random);
            long until = at + kind.millis(random);
            if (until >= end) {
                break;
            }
            drawn.add(new Fault(kind, at, until, kind.size(random, place.noise()), random.split()));
            at = later(until + 3_600_000, gap);
        }
        return drawn;
    }

    private long later(long millis, double meanGapMillis) {
        return millis + Math.round(-meanGapMillis * Math.log1p(-random.nextDouble()));
    }

    /** What has happened by the end; the numbers of the troubles follow this order. */
    List<Trouble> troubles() {
        List<Trouble> troubles = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            for (Fault fault : faults.get(i)) {
                troubles.add(new Trouble(
                        fault.kind().label(),
                        firstSensor + i,
                        fault.beginMillis(),
                        fault.endMillis(),
                        false,
                        fault.size()));
            }
        }
        for (Event event : events) {
            int sensor = event.isLocal() ? firstSensor + event.sensor() : firstSensor;
            String kind = event.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            troubles.add(new Trouble(kind, sensor, event.beginMillis(), event.fadedMillis(), true, event.size()));
        }
        return troubles;
    }

    /** Lets one interval pass and adds what the sensors sent. */
    void step(long timeMillis, int firstTrouble, List<FeedRow> rows) {
        double seconds = plan.interval().toMillis() / 1e3;
        double common = common(timeMillis, seconds);
        int faultsBefore = 0;
        int allFaults = faults.stream().mapToInt(List::size).sum();
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            double slow = 0;
            double abrupt = 0;
            int trouble = FeedRow.NONE;
            for (int k = 0; k < events.size(); k++) {
                Event event = events.get(k);
                if (timeMillis < event.beginMillis() || (event.isLocal() && event.sensor() != i)) {
                    continue;
                }
                double effect = event.effect(timeMillis);
                if (event.abrupt()) {
                    abrupt += effect;
                } else {
                    slow += effect;
                }
                if (timeMillis <= event.fadedMillis()) {
                    trouble = firstTrouble + allFaults + k;
                }
            }
            double truth = place.next(level, common, slow, abrupt, seconds);
            double shown = place.shown(truth);
            long stamp = timeMillis;
            boolean came = true;
            for (int k = 0; k < faults.get(i).size(); k++) {
                Fault fault = faults.get(i).get(k);
                long end = Math.max(
                        fault.endMillis(), fault.beginMillis() + plan.interval().toMillis());
                if (timeMillis >= fault.beginMillis() && timeMillis < end) {
                    trouble = firstTrouble + faultsBefore + k;
                    shown = place.rounded(fault.shown(shown, timeMillis));
                    stamp = fault.stamp(timeMillis);
                    came = fault.kind() != FaultKind.DROPOUT;
                }
            }
            faultsBefore += faults.get(i).size();
            rows.add(new FeedRow(firstSensor + i, stamp, shown, truth, trouble, came));
        }
    }

    private double common(long timeMillis, double seconds) {
        double keep = Math.exp(-seconds / WANDER_SECONDS);
        wander = keep * wander + Math.sqrt(1 - keep * keep) * wanderSize * random.nextGaussian();
        if (random.nextDouble() < LOADS_PER_DAY * seconds / DAY_SECONDS) {
            loadTarget = random.nextDouble(0, 2);
        }
        load += (1 - Math.exp(-seconds / LOAD_LAG_SECONDS)) * (loadTarget - load);
        return season * Math.sin(2 * Math.PI * timeMillis / 1000.0 / DAY_SECONDS + phase) + wander + load;
    }
}
