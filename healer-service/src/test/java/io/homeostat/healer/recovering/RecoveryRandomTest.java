package io.homeostat.healer.recovering;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.healer.diagnosing.Diagnosis;
import io.homeostat.healer.recovering.RecoveryStep.Begin;
import io.homeostat.healer.recovering.RecoveryStep.Closed;
import io.homeostat.healer.recovering.RecoveryStep.RemedyEnded;
import io.homeostat.healer.recovering.guards.Authority;
import io.homeostat.healer.recovering.guards.GuardRails;
import io.homeostat.healer.recovering.guards.GuardSettings;
import io.homeostat.healer.recovering.guards.HealingMode;
import io.homeostat.healer.recovering.guards.Maintenance;
import io.homeostat.healer.recovering.guards.Orders;
import io.homeostat.healer.recovering.remedies.Experience;
import io.homeostat.healer.recovering.remedies.FaultNature;
import io.homeostat.healer.recovering.remedies.Ladders;
import io.homeostat.healer.recovering.remedies.RemedyKind;
import io.homeostat.healer.recovering.remedies.RemedyTimes;
import io.homeostat.healer.signals.Snapshot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Five targets, thousands of steps of half a second, faults and results by chance, orders that change, and a healer that
 * is killed now and then: what must never happen does not, and everything comes to an end.
 */
class RecoveryRandomTest {

    private static final int STEPS = 20_000;
    private static final long STEP = 500;
    private static final long WINDOW = GuardSettings.DEFAULTS.windowMillis();

    /** A remedy that somebody outside does, until it is reported or given up. */
    private record Flight(String target, Begin begin, long beganAt, long endsAt) {}

    private record Restart(String target, long at) {}

    /** What a target had to show when its incident was opened. */
    private record Opening(long end, long at) {}

    private final Map<String, Recovery> open = new LinkedHashMap<>();
    private final Map<String, Opening> openings = new LinkedHashMap<>();
    private final Map<String, Flight> flights = new LinkedHashMap<>();
    private final List<Restart> restarts = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final RemedyTimes times = new RemedyTimes();
    private final Experience experience = new Experience();
    private Orders orders = Orders.ACT;
    private long origin;
    private int incidents;
    private int kills;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void neverMakesThingsWorseAndAlwaysComesToAnEnd(long seed) {
        Random random = new Random(seed);
        RandomWorld world = new RandomWorld(random);
        RecoveryMeans means = means(seed);
        for (int i = 0; i < STEPS; i++) {
            world.pass(STEP);
            orders = random.nextInt(100) == 0 ? someOrders(random, world) : orders;
            if (random.nextInt(500) == 0) {
                means = kill(means, world, random);
            }
            report(world, random);
            look(world, means, random);
        }
        assertThat(incidents).isGreaterThan(20);
        assertThat(keys).hasSizeGreaterThan(20);
        assertThat(verdicts.keySet()).contains(Verdict.HEALED, Verdict.WITHDRAWN, Verdict.HANDED_OVER);
        assertThat(kills).isPositive();

        System.err.println("STAT " + seed + " " + incidents + " " + keys.size() + " " + restarts.size() + " " + verdicts
                + " " + kills);
        world.calmDown();
        orders = Orders.ACT;
        for (int i = 0; i < 1_200; i++) {
            world.pass(STEP);
            report(world, random);
            look(world, means, random);
        }
        assertThat(open).as("incidents that never close").isEmpty();
        assertThat(flights).as("remedies that never end").isEmpty();
    }

    private void look(RandomWorld world, RecoveryMeans means, Random random) {
        Snapshot snapshot = world.snapshot(origin);
        List<Diagnosis> faults = world.faults();
        means.guardRails().look(snapshot, faults, onTheClockOfTheHealer());
        for (Diagnosis fault : faults) {
            if (!open.containsKey(fault.component())) {
                incidents++;
                open.put(fault.component(), Recovery.open("i" + incidents, fault, means, snapshot.atMillis()));
                openings.put(fault.component(), new Opening(world.body(fault.component()).end, world.now));
            }
        }
        for (Recovery recovery : List.copyOf(open.values())) {
            Optional<Diagnosis> own = faults.stream()
                    .filter(fault -> fault.component().equals(recovery.target())
                            || fault.explains().contains(recovery.target()))
                    .findFirst();
            obey(recovery, recovery.step(snapshot.atMillis(), own, snapshot), world, random);
        }
        flights.values()
                .forEach(flight -> assertThat(world.now - flight.beganAt())
                        .as("how long %s of %s is under way", flight.begin().key(), flight.target())
                        .isLessThanOrEqualTo(flight.begin().boundMillis()));
    }

    private void obey(Recovery recovery, List<RecoveryStep> steps, RandomWorld world, Random random) {
        for (RecoveryStep step : steps) {
            if (step instanceof Begin begin) {
                begin(recovery, begin, world, random);
            } else if (step instanceof RemedyEnded ended) {
                Flight flight = flights.remove(recovery.target());
                assertThat(flight).as("a remedy that ends without having begun").isNotNull();
                assertThat(flight.begin().key()).isEqualTo(ended.key());
            } else if (step instanceof Closed closed) {
                close(recovery, closed, world);
            }
        }
    }

    private void begin(Recovery recovery, Begin begin, RandomWorld world, Random random) {
        String target = recovery.target();
        assertThat(keys.add(begin.key())).as("%s is begun twice", begin.key()).isTrue();
        assertThat(flights).as("remedies under way").doesNotContainKey(target);
        flights.put(target, new Flight(target, begin, world.now, world.now + 1_000 + random.nextInt(60_000)));
        RemedyKind remedy = begin.remedy();
        if (remedy.actsOnTarget()) {
            assertThat(orders.mode()).isEqualTo(HealingMode.ACT);
            assertThat(orders.stopped()).isFalse();
            assertThat(orders.maintenance().containsKey(target)
                            && orders.maintenance().get(target).untilMillis() > world.now)
                    .as("%s is in maintenance", target)
                    .isFalse();
        }
        if (remedy.isRestart()) {
            restarted(recovery, world);
        }
    }

    private void restarted(Recovery recovery, RandomWorld world) {
        String target = recovery.target();
        restarts.add(new Restart(target, world.now));
        List<Restart> lately =
                restarts.stream().filter(one -> one.at() > world.now - WINDOW).toList();
        assertThat(lately).as("restarts of all").hasSizeLessThanOrEqualTo(6);
        assertThat(lately.stream().filter(one -> one.target().equals(target)))
                .as("restarts of %s", target)
                .hasSizeLessThanOrEqualTo(3);
        assertThat(world.dependencies(target))
                .as("what %s depends on and is seen to be down", target)
                .noneMatch(on -> world.isDown(on) && !world.body(on).seemsWell);
        assertThat(FaultNature.of(recovery.state(0).diagnosis().kind())).isNotEqualTo(FaultNature.SLOWNESS);
    }

    private void close(Recovery recovery, Closed closed, RandomWorld world) {
        verdicts.merge(closed.verdict(), 1, Integer::sum);
        assertThat(closed.verdict()).isNotEqualTo(Verdict.NOT_HEALED);
        assertThat(flights).doesNotContainKey(recovery.target());
        Opening opening = openings.remove(recovery.target());
        open.remove(recovery.target());
        RandomWorld.Body body = world.body(recovery.target());
        if (closed.verdict() == Verdict.HEALED && body.hasPipeline()) {
            boolean passed = body.position > opening.end();
            boolean canary = body.position >= opening.end() && body.canaryAt > opening.at();
            assertThat(passed || canary)
                    .as("%s made progress: %s", recovery.target(), closed.sentence())
                    .isTrue();
        }
    }

    /** Some of what is under way ends, well or not. */
    private void report(RandomWorld world, Random random) {
        for (Flight flight : List.copyOf(flights.values())) {
            Recovery recovery = open.get(flight.target());
            if (world.now >= flight.endsAt() && recovery != null) {
                world.body(flight.target()).maybeCure();
                RemedyResult result = random.nextInt(5) == 0 ? RemedyResult.failed("it says no") : RemedyResult.done();
                obey(recovery, recovery.remedyEnded(flight.begin().key(), result, world.now - origin), world, random);
            }
        }
    }

    /** Another healer takes over, with another beginning of time; it knows what was stored. */
    private RecoveryMeans kill(RecoveryMeans means, RandomWorld world, Random random) {
        kills++;
        long before = world.now - origin;
        origin = world.now - random.nextInt(1_000);
        long after = world.now - origin;
        RecoveryMeans next = means(random.nextLong());
        next.guardRails().restore(means.guardRails().state(before), after);
        open.replaceAll((target, recovery) -> Recovery.restored(recovery.state(before), next, after));
        return next;
    }

    private RecoveryMeans means(long seed) {
        return new RecoveryMeans(
                RecoverySettings.DEFAULTS,
                Ladders.defaults(),
                new GuardRails(GuardSettings.DEFAULTS, seed),
                times,
                experience);
    }

    private static Orders someOrders(Random random, RandomWorld world) {
        return switch (random.nextInt(12)) {
            case 0 -> new Orders(HealingMode.OBSERVE, false, Map.of(), Authority.FULL);
            case 1 -> new Orders(HealingMode.SUGGEST, false, Map.of(), Authority.FULL);
            case 2 -> new Orders(HealingMode.ACT, true, Map.of(), Authority.FULL);
            case 3 ->
                new Orders(
                        HealingMode.ACT,
                        false,
                        Map.of(
                                world.names().get(random.nextInt(world.names().size())),
                                new Maintenance(world.now + random.nextInt(200_000), "by chance")),
                        Authority.FULL);
            default -> Orders.ACT;
        };
    }

    /** The orders with the times of the healer that lives now. */
    private Orders onTheClockOfTheHealer() {
        Map<String, Maintenance> maintenance = new LinkedHashMap<>();
        orders.maintenance()
                .forEach((target, one) ->
                        maintenance.put(target, new Maintenance(one.untilMillis() - origin, one.reason())));
        return new Orders(orders.mode(), orders.stopped(), maintenance, orders.authority());
    }
}
