package io.homeostat.benchmarks.faults.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where a stack is about to be started: its folder, its ports, and what its services are told beside the usual. Not thread-safe. */
public final class Site {

    private static final List<String> SERVICES = List.of("producer", "monitor", "healer");

    private final Path folder;
    private final Path jars;
    private final Path fastStart;
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final Map<String, List<String>> arguments = new LinkedHashMap<>();
    private final Set<String> notWatched = new HashSet<>();

    /**
     * A site with free ports.
     *
     * @param folder its own
     * @param modules where the modules' {@code target} folders lie
     * @param fastStart where local-stack lays the services' jars out, for all stacks of a run
     */
    public Site(Path folder, Path modules, Path fastStart) {
        this.folder = folder;
        this.jars = modules;
        this.fastStart = fastStart;
        for (String name : List.of("stack", "kafka", "producer", "monitor", "healer")) {
            ports.put(name, FreePorts.next());
        }
        SERVICES.forEach(service -> arguments.put(service, new ArrayList<>()));
        argument("producer", "--homeostat.simulation.enabled=false");
    }

    /** Tells a service something more. */
    public void argument(String service, String argument) {
        List<String> its = arguments.get(service);
        if (its == null || argument.contains(",")) {
            throw new IllegalArgumentException("an argument without a comma must be for one of %s, was %s for %s"
                    .formatted(SERVICES, argument, service));
        }
        its.add(argument);
    }

    /** Tells all services something more. */
    public void argument(String argument) {
        SERVICES.forEach(service -> argument(service, argument));
    }

    /** A target that is not expected to be well. */
    public void expectSick(String target) {
        notWatched.add(target);
    }

    /** The stack's own folder. */
    public Path folder() {
        return folder;
    }

    /** Where {@code stack}, {@code kafka}, {@code producer}, {@code monitor} or {@code healer} answers. */
    public int port(String name) {
        Integer port = ports.get(name);
        if (port == null) {
            throw new IllegalArgumentException("a port must be one of %s, was %s".formatted(ports.keySet(), name));
        }
        return port;
    }

    /** Another port on which nobody listens. */
    public int freePort() {
        return FreePorts.next();
    }

    /** A module's jar as the build leaves it. */
    public Path jar(String module) {
        return jars.resolve(module).resolve("target").resolve(module + ".jar");
    }

    Set<String> notWatched() {
        return Set.copyOf(notWatched);
    }

    List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx192m");
        command.add("-jar");
        command.add(jar("local-stack").toString());
        command.add("--server.port=" + port("stack"));
        command.add("--homeostat.data-dir=" + folder.resolve("data"));
        // it ends with us: its standard input does, however we end
        command.add("--homeostat.supervised=true");
        command.add("--homeostat.fast-start-dir=" + fastStart);
        ports.forEach((name, port) -> {
            if (!name.equals("stack")) {
                command.add("--homeostat.%s-port=%d".formatted(name, port));
            }
        });
        arguments.forEach((service, its) -> {
            if (!its.isEmpty()) {
                command.add("--homeostat.%s-arguments=%s".formatted(service, String.join(",", its)));
            }
        });
        return command;
    }
}
