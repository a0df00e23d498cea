package io.homeostat.benchmarks.faults.catalogue;

import io.homeostat.benchmarks.faults.catalogue.Expectation.Witness;
import io.homeostat.benchmarks.faults.catalogue.Fault.Origin;
import io.homeostat.benchmarks.faults.traffic.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What befalls the stream processing inside a service that goes on answering. */
final class PipelineFaults {

    private PipelineFaults() {}

    static List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        for (String service : List.of("monitor", "healer")) {
            Output output = ProcessFaults.output(service);
            faults.add(inside(
                    "thread-" + service,
                    "a stream thread of the %s killed".formatted(service),
                    service,
                    "{\"fault\": \"thread-error\"}",
                    Lasting.AT_ONCE,
                    // The service puts another in its place within its own budget, before anybody else need look.
                    Expectation.mended(service, output, "dead-thread").withWitness(Witness.NOBODY)));
            faults.add(inside(
                    "block-" + service,
                    "the processing thread of the %s blocked for 120 s".formatted(service),
                    service,
                    "{\"fault\": \"block-thread\", \"duration\": \"PT120S\"}",
                    Lasting.AT_ONCE,
                    Expectation.mended(service, output, "stalled-pipeline")));
            faults.add(inside(
                    "deadlock-" + service,
                    "a deadlock in the " + service,
                    service,
                    "{\"fault\": \"deadlock\"}",
                    Lasting.AT_ONCE,
                    Expectation.mended(service, output, "stalled-pipeline", "hung-process")));
        }
        faults.add(inside(
                "poison-monitor",
                "a record on which the monitor's processing dies each time",
                "monitor",
                "{\"fault\": \"poison-record\"}",
                Lasting.untilVerdictOrSeconds(90),
                Expectation.mended("monitor", Output.ALERTS, "poison-record")));
        faults.add(inside(
                "connections-monitor",
                "the monitor's connections to its database used up for 20 s",
                "monitor",
                "{\"fault\": \"exhaust-connections\", \"duration\": \"PT20S\"}",
                Lasting.seconds(20),
                Expectation.leftAlone("monitor", Set.of(Output.ALERTS), "unknown", "database-down")
                        .withAlsoBlamed("database")));
        faults.add(inside(
                "slow-monitor",
                "the monitor's processing slowed for 30 s",
                "monitor",
                "{\"fault\": \"slow-processing\", \"delay\": \"PT0.002S\", \"duration\": \"PT30S\"}",
                Lasting.seconds(30),
                Expectation.leftAlone("monitor", Set.of(Output.ALERTS), "overloaded")));
        return faults;
    }

    private static Fault inside(
            String name, String title, String service, String order, Lasting lasting, Expectation expectation) {
        return new Fault(name, title, Origin.INSIDE, () -> new Chaos(service, order), lasting, expectation);
    }
}
