package io.homeostat.benchmarks.faults.catalogue;

import static io.homeostat.benchmarks.faults.traffic.Output.ALERTS;
import static io.homeostat.benchmarks.faults.traffic.Output.CORRECTIONS;

import io.homeostat.benchmarks.faults.catalogue.Fault.Origin;
import io.homeostat.benchmarks.faults.stack.Signal;
import java.util.List;
import java.util.Set;

/** Where the right answer is to do nothing. */
final class HarmlessFaults {

    private HarmlessFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "flood",
                        "more load than it can take, for 30 s",
                        Origin.SOCKET,
                        Flood::new,
                        Lasting.seconds(30),
                        Expectation.leftAlone("monitor", Set.of(ALERTS, CORRECTIONS), "overloaded", "broker-slow")
                                .withAlsoBlamed("healer", "broker")),
                new Fault(
                        "pause-monitor",
                        "a pause of the monitor for 5 s, as of a collector",
                        Origin.SIGNAL,
                        () -> Signalled.of(Signal.STOP, "monitor"),
                        Lasting.seconds(5),
                        Expectation.leftAlone("monitor", Set.of(ALERTS), "hung-process", "stalled-pipeline")),
                new Fault(
                        "pause-broker",
                        "the broker away for 5 s",
                        Origin.SIGNAL,
                        () -> Signalled.of(Signal.STOP, "broker"),
                        Lasting.seconds(5),
                        Expectation.leftAlone("broker", Set.of(ALERTS, CORRECTIONS), "broker-down", "broker-slow")),
                new Fault(
                        "maintenance-monitor",
                        "kill -9 of the monitor while it is in maintenance",
                        Origin.SIGNAL,
                        MaintainedAndKilled::new,
                        Lasting.seconds(20),
                        // what still starts when the maintenance ends is seen then, and left alone
                        Expectation.leftAlone("monitor", Set.of(ALERTS), "crashed")
                                .withVictims("monitor")),
                new Fault(
                        "ghost-target",
                        "a target that nobody ever saw",
                        Origin.SOCKET,
                        GhostTarget::new,
                        Lasting.seconds(75),
                        Expectation.leftAlone("ghost", Set.of(), "unknown", "misconfigured")
                                .withVerdicts("HANDED_OVER")));
    }
}
