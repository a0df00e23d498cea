package io.homeostat.benchmarks.peers;

import io.homeostat.benchmarks.Arguments;
import io.homeostat.benchmarks.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** Runs one peer in this JVM until standard input ends, so that it does not outlive who started it. */
public final class PeerCommand implements Command {

    private static final Set<String> KNOWN =
            Set.of("name", "bootstrap", "group", "input", "output", "state-dir", "commit-ms");

    @Override
    public void run(String[] arguments) {
        Arguments given = new Arguments(arguments, KNOWN);
        PeerSettings settings = new PeerSettings(
                given.required("bootstrap"),
                given.required("group"),
                given.required("input"),
                given.required("output"),
                Path.of(given.required("state-dir")),
                Duration.ofMillis(given.number("commit-ms", 20, 1)));
        Runnable peer = peer(given.required("name"), settings);
        Thread end = new Thread(PeerCommand::haltAtEndOfInput, "end-of-input");
        end.setDaemon(true);
        end.start();
        peer.run();
    }

    private static Runnable peer(String name, PeerSettings settings) {
        return switch (name) {
            case "raw" -> new RawConsumer(settings);
            case "loop" -> new TransactionalLoop(settings);
            case "streams" -> new StreamsPeer(settings, false);
            case "rocksdb" -> new StreamsPeer(settings, true);
            default ->
                throw new IllegalArgumentException(
                        "--name must be raw, loop, streams or rocksdb, was \"" + name + "\"");
        };
    }

    private static void haltAtEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // Nobody has anything to say to us.
            }
        } catch (IOException e) {
            System.err.println("Standard input broke: " + e.getMessage());
        }
        Runtime.getRuntime().halt(0);
    }
}
