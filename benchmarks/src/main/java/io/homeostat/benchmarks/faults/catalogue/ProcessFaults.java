package io.homeostat.benchmarks.faults.catalogue;

import io.homeostat.benchmarks.faults.catalogue.Expectation.Witness;
import io.homeostat.benchmarks.faults.catalogue.Fault.Origin;
import io.homeostat.benchmarks.faults.stack.Signal;
import io.homeostat.benchmarks.faults.traffic.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What befalls a service's whole process. */
final class ProcessFaults {

    private static final String MEMORY = "{\"fault\": \"out-of-memory\"}";

    private ProcessFaults() {}

    static List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        for (String service : List.of("producer", "monitor", "healer")) {
            faults.add(fault(
                    "kill-" + service,
                    "kill -9 of the " + service,
                    Origin.SIGNAL,
                    () -> Signalled.of(Signal.KILL, service),
                    service,
                    "crashed"));
            faults.add(fault(
                    "stop-" + service,
                    "SIGSTOP of the " + service,
                    Origin.SIGNAL,
                    () -> Signalled.of(Signal.STOP, service),
                    service,
                    "hung-process"));
            faults.add(fault(
                    "exit-" + service,
                    "clean exit 0 of the " + service,
                    Origin.SOCKET,
                    () -> new CleanExit(service),
                    service,
                    "crashed"));
            faults.add(fault(
                    "memory-" + service,
                    "out of memory in the " + service,
                    Origin.INSIDE,
                    () -> new Chaos(service, MEMORY),
                    service,
                    "crashed",
                    "memory-low"));
        }
        return faults;
    }

    private static Fault fault(
            String name, String title, Origin origin, Supplier<Injection> injection, String service, String... kinds) {
        Expectation mended = Expectation.mended(service, output(service), kinds);
        boolean healer = service.equals("healer");
        return new Fault(
                name,
                title,
                origin,
                injection,
                Lasting.AT_ONCE,
                // The healer that comes back may tell of its own fault or not; local-stack must have seen it.
                healer ? mended.withWitness(Witness.SUPERVISOR) : mended);
    }

    static Output output(String service) {
        return switch (service) {
            case "producer" -> Output.INGEST;
            case "monitor" -> Output.ALERTS;
            default -> Output.CORRECTIONS;
        };
    }
}
