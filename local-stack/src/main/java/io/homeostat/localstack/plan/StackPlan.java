package io.homeostat.localstack.plan;

import io.homeostat.broker.BrokerLauncher;
import io.homeostat.broker.BrokerReadiness;
import io.homeostat.broker.BrokerSettings;
import io.homeostat.localstack.faststart.FastStart;
import io.homeostat.localstack.faststart.FastStarts;
import io.homeostat.localstack.processes.ChildPlan;
import io.homeostat.localstack.processes.PortCheck.Wanted;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The stack's four processes, from its settings. Immutable. */
public final class StackPlan {

    /** The environment variable that gives the healer the right to ask for restarts. */
    public static final String SUPERVISOR_TOKEN = "HOMEOSTAT_SUPERVISOR_TOKEN";

    /** Two days of readings: those of the default fleet take about a gigabyte. */
    private static final Map<String, String> BROKER_OVERRIDES = Map.of("log.retention.hours", "48");

    private static final Duration READY_BOUND = Duration.ofSeconds(3);
    private static final Duration ALIVE_BOUND = Duration.ofSeconds(2);

    private final LocalStackProperties properties;
    private final ServiceJars jars;
    private final SupervisorAccess access;

    /**
     * Looks for nothing yet.
     *
     * @param own this program's jar or folder of classes
     */
    public StackPlan(LocalStackProperties properties, Path own, SupervisorAccess access) {
        this.properties = properties;
        this.jars = new ServiceJars(properties.servicesDir(), own);
        this.access = access;
    }

    /** The ports of all processes, the stack's own first. */
    public List<Wanted> ports() {
        return List.of(
                new Wanted(access.port(), "this program's own page", "server.port"),
                new Wanted(properties.kafkaPort(), "Kafka", "homeostat.kafka-port"),
                new Wanted(properties.producerPort(), "producer-service", "homeostat.producer-port"),
                new Wanted(properties.monitorPort(), "monitor-service", "homeostat.monitor-port"),
                new Wanted(properties.healerPort(), "healer-service", "homeostat.healer-port"));
    }

    /** Kafka. */
    public ChildPlan broker() {
        BrokerSettings settings =
                new BrokerSettings(properties.dataDir().resolve("kafka"), properties.kafkaPort(), BROKER_OVERRIDES);
        Path log = log("broker");
        BrokerReadiness readiness = new BrokerReadiness(properties.kafkaPort());
        return new ChildPlan(
                "broker",
                "Kafka",
                properties.kafkaPort(),
                URI.create("kafka://" + settings.bootstrapServers()),
                new BrokerLauncher(settings, properties.kafkaJvmOptions(), log)::command,
                Map.of(),
                log,
                new BrokerHealth(readiness),
                null);
    }

    /**
     * The services, in the order in which they end: first who writes, last who mends.
     *
     * @throws MissingJarException if one was not built
     */
    public List<ChildPlan> services() {
        return List.of(
                service("producer", properties.producerPort(), List.of(), properties.producerArguments(), Map.of()),
                service("monitor", properties.monitorPort(), List.of(), properties.monitorArguments(), Map.of()),
                service(
                        "healer",
                        properties.healerPort(),
                        whereTheOthersAre(),
                        properties.healerArguments(),
                        access.environment()));
    }

    private List<String> whereTheOthersAre() {
        return List.of(
                "--homeostat.targets.producer.url=http://localhost:" + properties.producerPort(),
                "--homeostat.targets.monitor.url=http://localhost:" + properties.monitorPort());
    }

    private ChildPlan service(
            String name, int port, List<String> own, List<String> given, Map<String, String> environment) {
        String module = name + "-service";
        List<String> options = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--spring.kafka.bootstrap-servers=localhost:" + properties.kafkaPort(),
                "--homeostat.data-dir=" + properties.dataDir(),
                "--homeostat.supervised=true"));
        options.addAll(own);
        // Of an option that stands there twice, Spring joins the values by a comma.
        options.removeIf(option -> given.stream().anyMatch(one -> nameOf(one).equals(nameOf(option))));
        options.addAll(given);
        FastStart start = fastStart(module);
        URI address = URI.create("http://localhost:" + port);
        return new ChildPlan(
                name,
                module,
                port,
                address,
                () -> command(start, options),
                environment,
                log(name),
                new ServiceHealth(address, "readiness", READY_BOUND),
                // the healer looks after the others, and nobody but this program after the healer
                name.equals("healer") ? new ServiceHealth(address, "liveness", ALIVE_BOUND) : null);
    }

    private List<String> command(FastStart start, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // without memory nothing can be relied on: the process ends, and is started again
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.addAll(properties.serviceJvmOptions());
        command.addAll(start.launch());
        command.addAll(options);
        return command;
    }

    /**
     * Prepares the next starts of the services to be faster.
     *
     * @throws MissingJarException if one was not built
     */
    public FastStarts fastStarts() {
        // who stays away longest first
        return new FastStarts(
                Stream.of("monitor-service", "healer-service", "producer-service")
                        .map(this::fastStart)
                        .toList(),
                properties.serviceJvmOptions(),
                log("fast-start"));
    }

    private FastStart fastStart(String module) {
        return new FastStart(properties.fastStartFolder(), jars.of(module));
    }

    private static String nameOf(String option) {
        int equals = option.indexOf('=');
        return equals < 0 ? option : option.substring(0, equals);
    }

    private Path log(String name) {
        return properties.dataDir().resolve("logs").resolve(name + ".log");
    }
}
