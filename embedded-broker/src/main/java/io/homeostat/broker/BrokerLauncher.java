package io.homeostat.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a {@link BrokerProcess}, and its start as a child of this JVM. Immutable.
 *
 * <p>The child has this JVM's Java and class path, also where that is one Spring Boot jar with the libraries inside. It
 * is supervised: it ends when this process does, however that ends.
 *
 * @param settings where it keeps its data and answers
 * @param jvmOptions for example {@code -Xmx384m}
 * @param logFile where its output goes, appended
 */
public record BrokerLauncher(BrokerSettings settings, List<String> jvmOptions, Path logFile) {

    public BrokerLauncher {
        jvmOptions = List.copyOf(jvmOptions);
        logFile = logFile.toAbsolutePath();
    }

    /** A broker of moderate memory that logs beside its data. */
    public static BrokerLauncher of(BrokerSettings settings) {
        return new BrokerLauncher(
                settings, List.of("-Xmx384m"), settings.dataDir().resolve("broker.log"));
    }

    /** The whole command, the running Java first. */
    public List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.add("-Dlogback.configurationFile=homeostat-broker-logback.xml");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        if (isInsideJar()) {
            command.add("-Dloader.main=" + BrokerProcess.class.getName());
            command.add("org.springframework.boot.loader.launch.PropertiesLauncher");
        } else {
            command.add(BrokerProcess.class.getName());
        }
        command.addAll(settings.toArguments());
        command.add(BrokerProcess.SUPERVISED);
        return command;
    }

    /** Starts the child and returns at once; {@link LaunchedBroker#awaitReady} waits for its answer. */
    public LaunchedBroker launch() {
        try {
            Files.createDirectories(settings.dataDir());
            Files.createDirectories(logFile.resolveSibling("."));
            Process process = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(logFile.toFile()))
                    .start();
            return new LaunchedBroker(process, settings, logFile);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a broker in " + settings.dataDir(), e);
        }
    }

    private static boolean isInsideJar() {
        String location = BrokerProcess.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();
        return location.startsWith("jar:nested:");
    }
}
