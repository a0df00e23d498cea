package io.homeostat.endtoend;

import io.homeostat.fixtures.HttpProbe;
import io.homeostat.fixtures.KafkaProbe;
import io.homeostat.fixtures.KillableKafka;
import io.homeostat.fixtures.RealKafka;
import io.homeostat.fixtures.ServiceCommand;
import io.homeostat.fixtures.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;

/**
 * The monitor's and the healer's jars, running on a broker of their own: started once for all tests, since the start takes
 * most of the time. Tests look only at what came after their beginning. Not thread-safe.
 */
final class RunningHomeostat {

    static final Duration BOUND = Duration.ofSeconds(60);
    static final Duration START_BOUND = Duration.ofMinutes(3);

    private final Path folder;
    private final KillableKafka kafka;
    private final KafkaProbe probe;
    private final ServiceProcess monitor;
    private final ServiceProcess healer;

    private RunningHomeostat(Path folder) {
        this.folder = folder;
        kafka = RealKafka.start(folderFor("kafka"));
        probe = kafka.probe();
        monitor = command("monitor-service").start();
        healer = command("healer-service").start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
        monitor.awaitHttp("/actuator/health/readiness", START_BOUND);
        healer.awaitHttp("/actuator/health/readiness", START_BOUND);
    }

    /** The one of this JVM, started when first asked for; it ends with the JVM. */
    static RunningHomeostat shared() {
        return Shared.HOMEOSTAT;
    }

    /** How another service would be started on the same broker. */
    ServiceCommand command(String module) {
        return ServiceCommand.jar(new ShippedJar(module).file(), bootstrapServers(), folderFor(module));
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    KafkaProbe probe() {
        return probe;
    }

    ServiceProcess monitor() {
        return monitor;
    }

    /** The readings on the stream's topic that are JSON, once they satisfy the condition. */
    List<JsonNode> awaitReadings(Predicate<List<JsonNode>> condition) {
        return await("temperature", condition);
    }

    /** The committed alert events, once they satisfy the condition. */
    List<JsonNode> awaitAlertEvents(Predicate<List<JsonNode>> condition) {
        return await("alerts", condition);
    }

    /** The committed corrections of temperatures, once they satisfy the condition. */
    List<JsonNode> awaitCorrections(Predicate<List<JsonNode>> condition) {
        return await("temperature_adjusted", condition);
    }

    /** The sum of a counter of the monitor over all its labels. */
    long counted(String metric) {
        try {
            return Math.round(HttpProbe.get(monitor.uri("/actuator/prometheus"))
                    .lines()
                    .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum());
        } catch (IOException e) {
            throw new UncheckedIOException("the monitor does not tell its metrics", e);
        }
    }

    private void kill() {
        monitor.kill();
        healer.kill();
        kafka.kill();
    }

    /** Parses each record once, however often the condition is asked. */
    private List<JsonNode> await(String topic, Predicate<List<JsonNode>> condition) {
        List<JsonNode> parsed = new ArrayList<>();
        AtomicInteger seen = new AtomicInteger();
        probe.readUntil(
                topic,
                records -> {
                    records.subList(seen.getAndSet(records.size()), records.size()).stream()
                            .map(ConsumerRecord::value)
                            .filter(value -> value != null && value.startsWith("{\""))
                            .forEach(value -> parsed.add(Repository.json(value)));
                    return condition.test(parsed);
                },
                BOUND);
        return List.copyOf(parsed);
    }

    private Path folderFor(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for " + name, e);
        }
    }

    private static final class Shared {
        private static final RunningHomeostat HOMEOSTAT = new RunningHomeostat(
                Path.of("target", "homeostat-" + ProcessHandle.current().pid()).toAbsolutePath());
    }
}
