package io.homeostat.benchmarks.throughput;

import io.homeostat.benchmarks.BenchmarksApplication;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command line of each contender: the same Java and the same options for all. */
final class JobCommands {

    private final Plan plan;
    private final String bootstrapServers;
    private final Path rulesFile;

    JobCommands(Plan plan, String bootstrapServers, Path rulesFile) {
        this.plan = plan;
        this.bootstrapServers = bootstrapServers;
        this.rulesFile = rulesFile;
    }

    List<String> of(Contender contender, Path folder) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(plan.jvmOptions());
        if (!contender.heap().isEmpty()) {
            command.add(contender.heap()); // of two, the last counts
        }
        if (contender.isService()) {
            command.addAll(service(contender, folder));
        } else {
            command.addAll(peer(contender, folder));
        }
        return command;
    }

    private List<String> peer(Contender contender, Path folder) {
        return List.of(
                "-cp",
                classPath(),
                BenchmarksApplication.class.getName(),
                "peer",
                "--name=" + contender.name().toLowerCase(Locale.ROOT),
                "--bootstrap=" + bootstrapServers,
                "--group=" + contender.group(),
                "--input=" + contender.stream().readings(),
                "--output=" + contender.output(),
                "--state-dir=" + folder.resolve("state"),
                "--commit-ms=" + plan.commitInterval().toMillis());
    }

    private List<String> service(Contender contender, Path folder) {
        Path jar = contender.isHealer() ? plan.healerJar() : plan.monitorJar();
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("the jar must be there, build it first: " + jar);
        }
        return List.of(
                "-jar",
                jar.toString(),
                "--server.port=" + freePort(),
                "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                "--homeostat.instance=benchmark-" + contender.letter(),
                "--homeostat.data-dir=" + folder,
                "--homeostat.streams=" + contender.stream().stream(),
                "--homeostat.rules.file=" + rulesFile,
                "--homeostat.series.max="
                        + Math.max(100_000, contender.traffic().sensors()),
                "--homeostat.supervised=true");
    }

    /** This program's own class path, absolute, since a job has a folder of its own. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(path -> Path.of(path).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("a port must be free on loopback", e);
        }
    }
}
