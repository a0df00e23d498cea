package io.homeostat.endtoend;

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
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.JsonNode;

/**
 * A broker, a monitor and a healer that are killed while traffic goes through them. The points come from a seed: in the
 * middle of the traffic, and again while the killed process starts, loads its rules and restores its state. Not
 * thread-safe.
 */
final class KilledHomeostat implements AutoCloseable {

    private static final Duration END_BOUND = Duration.ofMinutes(3);
    private static final Duration QUIET = Duration.ofSeconds(8);
    private static final long NANOS_A_READING = 50_000;

    private final KillableKafka kafka;
    private final KafkaProbe probe;
    private final List<ServiceProcess> services = new ArrayList<>();
    private final Random random;

    /** Starts them; the control's monitor is one that writes its state too late. */
    KilledHomeostat(Path folder, long seed, boolean control) {
        random = new Random(seed);
        kafka = RealKafka.start(made(folder.resolve("kafka")));
        probe = kafka.probe();
        ServiceCommand monitor = command("monitor-service", folder);
        services.add((control ? writingTooLate(monitor) : monitor).start());
        if (!control) {
            services.add(command("healer-service", folder).start());
        }
        try {
            services.forEach(service -> service.awaitHttp("/actuator/health/readiness", RunningHomeostat.START_BOUND));
        } catch (AssertionError e) {
            close();
            throw e;
        }
    }

    private ServiceCommand command(String module, Path folder) {
        return ServiceCommand.jar(
                new ShippedJar(module).file(), kafka.bootstrapServers(), made(folder.resolve(module)));
    }

    private static ServiceCommand writingTooLate(ServiceCommand monitor) {
        List<String> program = List.of(
                "-Dloader.path=" + Repository.file("monitor-service/target/test-classes"),
                "-Dloader.main=io.homeostat.runtime.stream.StateWrittenTooLate",
                "-cp",
                new ShippedJar("monitor-service").file().toString(),
                "org.springframework.boot.loader.launch.PropertiesLauncher");
        return new ServiceCommand(
                program,
                monitor.port(),
                monitor.dataDir(),
                monitor.jvmOptions(),
                monitor.arguments(),
                monitor.environment());
    }

    ServiceProcess monitor() {
        return services.get(0);
    }

    /** Sends the traffic at its pace and kills so many times in between. */
    void run(SeededTraffic traffic, int kills) {
        int stretch = traffic.count() / (kills + 1);
        try (Producer<byte[], byte[]> producer = producer()) {
            long begin = System.nanoTime();
            for (int index = 0; index < traffic.count(); index++) {
                if (index > 0 && index % stretch == 0 && index / stretch <= kills) {
                    kill();
                    begin = System.nanoTime() - index * NANOS_A_READING;
                }
                producer.send(traffic.record(index));
                long ahead = begin + index * NANOS_A_READING - System.nanoTime();
                if (ahead > 1_000_000) {
                    LockSupport.parkNanos(ahead);
                }
            }
            producer.flush();
        }
    }

    /** Every alert event on the topic, once nothing has come for a while and the services have nothing left to read. */
    List<JsonNode> alertEventsInTheEnd(int atLeast) {
        return inTheEnd("alerts", atLeast);
    }

    /** Every correction on the topic, likewise. */
    List<JsonNode> correctionsInTheEnd(int atLeast) {
        return inTheEnd("temperature_adjusted", atLeast);
    }

    private List<JsonNode> inTheEnd(String topic, int atLeast) {
        long deadline = System.nanoTime() + END_BOUND.toNanos();
        long count = 0;
        long changed = System.nanoTime();
        while (System.nanoTime() < deadline && (count < atLeast || System.nanoTime() - changed < QUIET.toNanos())) {
            long now = probe.endOffset(topic);
            if (now != count) {
                count = now;
                changed = System.nanoTime();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        return probe.readAll(topic).stream()
                .map(record -> Repository.json(record.value()))
                .toList();
    }

    private void kill() {
        List<ServiceProcess> victims = new ArrayList<>(services);
        if (victims.size() > 1 && random.nextInt(3) > 0) {
            victims.remove(random.nextInt(victims.size()));
        }
        victims.forEach(ServiceProcess::kill);
        victims.forEach(ServiceProcess::restart);
        if (random.nextBoolean()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(12_000)));
            victims.forEach(ServiceProcess::kill);
            victims.forEach(ServiceProcess::restart);
        }
    }

    private Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all", "linger.ms", "2"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder, e);
        }
    }

    @Override
    public void close() {
        services.forEach(ServiceProcess::kill);
        probe.close();
        kafka.kill();
    }
}
