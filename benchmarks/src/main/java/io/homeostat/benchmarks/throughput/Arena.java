package io.homeostat.benchmarks.throughput;

import io.homeostat.broker.BrokerLauncher;
import io.homeostat.broker.BrokerSettings;
import io.homeostat.broker.LaunchedBroker;
import io.homeostat.model.StreamTopics;
import io.homeostat.model.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The broker with the readings on it, in which one job after the other is measured. */
final class Arena implements AutoCloseable {

    private static final Duration BROKER_BOUND = Duration.ofSeconds(60);

    /** It is never killed here, and must not be given up for dead because the jobs take all of the processor. */
    private static final Map<String, String> OVERRIDES =
            Map.of("broker.session.timeout.ms", "30000", "broker.heartbeat.interval.ms", "2000");

    private static final String RULES = "/throughput/rules.yml";

    private final Plan plan;
    private final Path folder;
    private final LaunchedBroker broker;
    private final KafkaView kafka;
    private final JobCommands commands;
    private final Map<Traffic, Map<TopicPartition, Long>> loaded = new EnumMap<>(Traffic.class);

    private Arena(Plan plan, Path folder, LaunchedBroker broker) throws IOException {
        this.plan = plan;
        this.folder = folder;
        this.broker = broker;
        this.kafka = new KafkaView(broker.bootstrapServers());
        Path rules = folder.resolve("rules.yml");
        try (InputStream shipped = Arena.class.getResourceAsStream(RULES)) {
            Files.copy(Objects.requireNonNull(shipped, RULES), rules);
        }
        this.commands = new JobCommands(plan, broker.bootstrapServers(), rules);
    }

    static Arena open(Plan plan, Path folder) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        BrokerSettings settings = new BrokerSettings(folder.resolve("broker"), port, OVERRIDES);
        LaunchedBroker broker =
                new BrokerLauncher(settings, List.of("-Xmx768m"), folder.resolve("broker.log")).launch();
        try {
            broker.awaitReady(BROKER_BOUND);
            Arena arena = new Arena(plan, folder, broker);
            arena.createTopics();
            plan.contenders().stream().map(Contender::traffic).distinct().forEach(arena::load);
            return arena;
        } catch (IOException | RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    private void createTopics() {
        List<NewTopic> topics = new ArrayList<>();
        for (Traffic traffic : Traffic.values()) {
            StreamTopics stream = traffic.stream();
            topics.add(topic(stream.readings(), KafkaView.PARTITIONS));
            topics.add(topic(stream.adjusted(), KafkaView.PARTITIONS));
            topics.add(topic(stream.deadLetters(), KafkaView.PARTITIONS));
        }
        topics.add(topic(Topics.ALERTS, KafkaView.PARTITIONS));
        topics.add(topic(Topics.RULES, 1).configs(Map.of("cleanup.policy", "compact")));
        topics.add(topic(Topics.RULES_HISTORY, 1));
        for (Contender contender : Contender.values()) {
            if (!contender.isService()) {
                topics.add(topic(contender.output(), KafkaView.PARTITIONS));
            }
        }
        kafka.create(topics);
    }

    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, partitions, (short) 1);
    }

    private void load(Traffic traffic) {
        say("loading %,d readings of %,d sensors", plan.readings(), traffic.sensors());
        Readings.load(broker.bootstrapServers(), traffic.stream(), plan.readings(), traffic.sensors());
        loaded.put(traffic, kafka.ends(traffic.stream().readings()));
    }

    Row measure(Contender contender) throws InterruptedException {
        say("(%s) %s", contender.letter(), contender.label());
        Path own = folder.resolve("job-" + contender.letter());
        try (Job job = Job.start(commands.of(contender, own), own, folder.resolve(own.getFileName() + ".log"))) {
            Map<TopicPartition, Long> ends = loaded.getOrDefault(contender.traffic(), Map.of());
            Pace pace = Pace.measure(job, kafka, contender, ends, plan);
            double changelog = kafka.changelogBytes(contender.group()) / (double) plan.readings();
            say("    %,.0f readings/s", pace.perSecond());
            Latency high = null;
            Latency low = null;
            if (contender.answers() && pace.complete()) {
                high = latency(job, contender, ThroughputCommand.MANY_BREACHES);
                low = contender.isService() ? latency(job, contender, ThroughputCommand.FEW_BREACHES) : null;
            }
            return new Row(contender, pace, changelog, job.peakMemoryBytes(), high, low, null);
        } catch (IOException | IllegalStateException e) {
            String reason = String.valueOf(e.getMessage());
            say("    failed: %s", reason);
            return Row.failed(contender, reason);
        }
    }

    private @Nullable Latency latency(Job job, Contender contender, int breachesPerSecond) throws InterruptedException {
        if (plan.latencyTime().isZero()) {
            return null;
        }
        catchUp(job, contender);
        Latency latency = Latency.measure(broker.bootstrapServers(), contender, breachesPerSecond, plan.latencyTime());
        say(
                "    %,d breaches/s: p50 %.0f ms, p99 %.0f ms",
                breachesPerSecond, latency.p50Millis(), latency.p99Millis());
        return latency;
    }

    /** Waits until the job has gone through what was sent to measure others, too. */
    private void catchUp(Job job, Contender contender) throws InterruptedException {
        Map<TopicPartition, Long> ends = kafka.ends(contender.stream().readings());
        long total = ends.values().stream().mapToLong(Long::longValue).sum();
        long deadline = System.nanoTime() + plan.bound().toNanos();
        while (kafka.committed(contender.group(), ends) < total) {
            job.check();
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("must have caught up within " + plan.bound());
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static void say(String format, Object... values) {
        System.err.println(String.format(Locale.ROOT, format, values));
    }

    @Override
    public void close() {
        kafka.close();
        broker.close();
    }
}
