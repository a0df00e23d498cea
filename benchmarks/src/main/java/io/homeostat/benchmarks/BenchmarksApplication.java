package io.homeostat.benchmarks;

import io.homeostat.benchmarks.alarms.AlarmsCommand;
import io.homeostat.benchmarks.faults.FaultsCommand;
import io.homeostat.benchmarks.faults.QuietCommand;
import io.homeostat.benchmarks.healing.HealingCommand;
import io.homeostat.benchmarks.nab.NabCommand;
import io.homeostat.benchmarks.peers.PeerCommand;
import io.homeostat.benchmarks.throughput.ThroughputCommand;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The program {@code benchmarks.jar}: its first argument names a command, the others are the command's. */
public final class BenchmarksApplication {

    private static final Map<String, Command> COMMANDS = new TreeMap<>(Map.of(
            "jmh", org.openjdk.jmh.Main::main,
            "alarms", new AlarmsCommand(),
            "faults", new FaultsCommand(),
            "healing", new HealingCommand(),
            "nab", new NabCommand(),
            "quiet", new QuietCommand(),
            "throughput", new ThroughputCommand(),
            "peer", new PeerCommand()));

    private BenchmarksApplication() {}

    public static void main(String[] arguments) throws Exception {
        Command command = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
        if (command == null) {
            String given = arguments.length == 0 ? "nothing" : "\"" + arguments[0] + "\"";
            System.err.println(
                    "The first argument must be one of " + List.copyOf(COMMANDS.keySet()) + ", was " + given);
            System.exit(2);
            return;
        }
        try {
            command.run(Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }
}
