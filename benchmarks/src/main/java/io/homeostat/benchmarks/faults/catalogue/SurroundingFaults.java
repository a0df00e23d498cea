package io.homeostat.benchmarks.faults.catalogue;

import static io.homeostat.benchmarks.faults.traffic.Output.ALERTS;
import static io.homeostat.benchmarks.faults.traffic.Output.CORRECTIONS;

import io.homeostat.benchmarks.faults.catalogue.Fault.Origin;
import io.homeostat.benchmarks.faults.stack.Signal;
import java.util.List;
import java.util.Set;

/** What befalls what the services depend on, their configuration, or more than one of them. */
final class SurroundingFaults {

    private SurroundingFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "kill-broker",
                        "kill -9 of the broker, which local-stack starts again",
                        Origin.SIGNAL,
                        () -> Signalled.of(Signal.KILL, "broker"),
                        Lasting.AT_ONCE,
                        Expectation.mended("broker", ALERTS, "broker-down", "crashed")
                                .withOutputs(ALERTS, CORRECTIONS)),
                new Fault(
                        "stop-broker",
                        "SIGSTOP of the broker for 20 s",
                        Origin.SIGNAL,
                        () -> Signalled.of(Signal.STOP, "broker"),
                        Lasting.seconds(20),
                        Expectation.mended("broker", ALERTS, "broker-down", "broker-slow")
                                .withVerdicts("HEALED", "WITHDRAWN", "INCONCLUSIVE")
                                .withOutputs(ALERTS, CORRECTIONS)),
                new Fault(
                        "kill-database",
                        "kill -9 of the database, back after 20 s",
                        Origin.SIGNAL,
                        KilledDatabase::new,
                        Lasting.seconds(20),
                        Expectation.mended("database", ALERTS, "database-down").withVictims()),
                new Fault(
                        "delete-topic",
                        "the topic temperature_adjusted deleted",
                        Origin.SOCKET,
                        DeletedTopic::new,
                        Lasting.AT_ONCE,
                        Expectation.mended("healer", CORRECTIONS, "topic-missing")),
                new Fault(
                        "fill-disk-monitor",
                        "the disk of the monitor's state full for 40 s",
                        Origin.FILE_SYSTEM,
                        FullDisk::new,
                        Lasting.seconds(40),
                        // the database lies on that disk, and is down while it is full
                        Expectation.mended("monitor", ALERTS, "disk-low")
                                .withVerdicts("HEALED", "WITHDRAWN", "HANDED_OVER")
                                .withAlsoBlamed("database")),
                new Fault(
                        "crash-loop-monitor",
                        "the monitor's rules file broken, then kill -9: it cannot start until a person mends the file",
                        Origin.FILE_SYSTEM,
                        BadRulesFile::new,
                        Lasting.untilVerdictOrSeconds(90),
                        Expectation.mended("monitor", ALERTS, "crash-loop", "misconfigured")
                                .withVerdicts("HANDED_OVER")),
                new Fault(
                        "kill-healer-in-remedy",
                        "SIGSTOP of the monitor, and kill -9 of the healer in the middle of its remedy",
                        Origin.SIGNAL,
                        KilledInMidRemedy::new,
                        Lasting.AT_ONCE,
                        Expectation.mended("monitor", ALERTS, "hung-process")
                                .withAlsoBlamed("healer")
                                .withVictims("monitor", "healer")
                                .withOutputs(ALERTS, CORRECTIONS)),
                new Fault(
                        "kill-healer-and-monitor",
                        "kill -9 of healer and monitor together",
                        Origin.SIGNAL,
                        () -> Signalled.of(Signal.KILL, "healer", "monitor"),
                        Lasting.AT_ONCE,
                        Expectation.mended("healer", ALERTS, "crashed")
                                .withWitness(Expectation.Witness.SUPERVISOR)
                                .withAlsoBlamed("monitor")
                                .withVictims("monitor", "healer")
                                .withOutputs(ALERTS, CORRECTIONS)),
                new Fault(
                        "cut-network",
                        "the network between healer and monitor cut for 30 s; the monitor works",
                        Origin.SOCKET,
                        CutNetwork::new,
                        Lasting.seconds(30),
                        Expectation.leftAlone("monitor", Set.of(ALERTS), "network-partition")
                                .withWitness(Expectation.Witness.HEALER)));
    }
}
