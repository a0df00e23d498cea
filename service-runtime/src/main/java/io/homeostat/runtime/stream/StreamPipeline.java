package io.homeostat.runtime.stream;

import io.homeostat.model.StreamTopics;
import io.homeostat.runtime.rules.RuleBook;
import io.homeostat.runtime.rules.RuleSeeding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * One stream's pipeline in this process, from the waiting for its broker to its end. Starting does not block and does
 * not fail while the broker is away: it is tried again until it comes. Thread-safe.
 *
 * @param <S> the service's state of a series
 */
public final class StreamPipeline<S> implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StreamPipeline.class);
    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(1);
    private static final int LOOKS_PER_SWEEP = 30;

    private final PipelineDefinition<S> definition;
    private final StreamTopics stream;
    private final PipelineEnvironment environment;
    private final RuleSeeding seeding;
    private final RuleBook rules = new RuleBook();
    private final SeriesStores stores;
    private final StreamMetrics metrics;
    private final ThreadBudget threadBudget;
    private final ThreadFailures failures;
    private final Quarantine quarantine = new Quarantine();

    /** Held while what runs is made, looked after or closed. */
    private final Object life = new Object();

    private @Nullable ScheduledExecutorService worker;
    private @Nullable Admin admin;
    private @Nullable RunningStreams running;
    private int looks;
    private volatile @Nullable PipelineProgress progress;
    private volatile @Nullable KafkaStreams streams;
    private volatile boolean started;
    private volatile boolean paused;
    private volatile PipelineState beforeRunning = PipelineState.STOPPED;
    private volatile String reason = "";

    /** A pipeline that is not started yet. */
    public StreamPipeline(
            PipelineDefinition<S> definition,
            StreamTopics stream,
            PipelineEnvironment environment,
            RuleSeeding seeding,
            SeriesStores stores,
            StreamMetrics metrics) {
        this.definition = definition;
        this.stream = stream;
        this.environment = environment;
        this.seeding = seeding;
        this.stores = stores;
        this.metrics = metrics;
        this.threadBudget = new ThreadBudget(environment.clock());
        this.failures = new ThreadFailures(environment.clock());
    }

    /** The stream that it reads. */
    public StreamTopics stream() {
        return stream;
    }

    /** Whether a topic is one of its inputs. */
    boolean reads(String topic) {
        return topic.equals(stream.readings()) || topic.equals(PipelinePlan.doorTopic(definition.role(), stream));
    }

    /** The rules that it follows. */
    public RuleBook rules() {
        return rules;
    }

    /** Where it is in its life. */
    public PipelineState state() {
        KafkaStreams live = streams;
        if (live == null) {
            return beforeRunning;
        }
        if (paused) {
            return PipelineState.PAUSED;
        }
        return switch (live.state()) {
            case CREATED, REBALANCING -> PipelineState.REBALANCING;
            case RUNNING -> PipelineState.RUNNING;
            case PENDING_SHUTDOWN, NOT_RUNNING -> PipelineState.STOPPED;
            case PENDING_ERROR, ERROR -> PipelineState.FAILED;
        };
    }

    /** What it waits for, or why it was refused or failed; empty while it runs. */
    public String reason() {
        return reason;
    }

    /** How its threads died lately. */
    ThreadFailures failures() {
        return failures;
    }

    /** The records that it passes over. */
    public Quarantine quarantine() {
        return quarantine;
    }

    /** Its stream threads. */
    public List<ThreadMetadata> threads() {
        KafkaStreams live = streams;
        return live == null ? List.of() : List.copyOf(live.metadataForLocalThreads());
    }

    /** How far it has come on each partition that is at home here. */
    public List<PartitionProgress> partitions() {
        PipelineProgress looked = progress;
        return looked == null ? List.of() : looked.partitions();
    }

    /** When the broker last answered; the epoch where it never has. */
    public Instant lastAnswer() {
        PipelineProgress looked = progress;
        return looked == null ? Instant.EPOCH : looked.lastAnswer();
    }

    @Override
    public synchronized void start() {
        if (started) {
            return;
        }
        started = true;
        paused = false;
        beforeRunning = PipelineState.STARTING;
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "pipeline-" + stream.stream());
            thread.setDaemon(true);
            return thread;
        });
        worker = executor;
        Future<?> unused =
                executor.scheduleWithFixedDelay(this::work, 0, LOOK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        started = false;
        ScheduledExecutorService executor = worker;
        if (executor != null) {
            executor.shutdownNow();
            worker = null;
        }
        synchronized (life) {
            closeStreams();
            if (admin != null) {
                admin.close(Duration.ofSeconds(1));
                admin = null;
            }
        }
        beforeRunning = PipelineState.STOPPED;
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    /** Stops it and starts it again. */
    public void restart() {
        stop();
        start();
    }

    /** Lets it read no further until it is resumed. */
    public void pause() {
        KafkaStreams live = streams;
        if (live != null) {
            live.pause();
            paused = true;
        }
    }

    /** Lets it read on. */
    public void resume() {
        KafkaStreams live = streams;
        if (live != null) {
            live.resume();
            paused = false;
        }
    }

    private void work() {
        try {
            synchronized (life) {
                if (!started) {
                    return;
                }
                if (running == null && beforeRunning != PipelineState.REFUSED) {
                    open(admin());
                }
                look();
            }
        } catch (PartitionPlanException e) {
            beforeRunning = PipelineState.REFUSED;
            say(String.valueOf(e.getMessage()));
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            say("waiting for Kafka: " + (cause.getMessage() == null ? "it does not answer" : cause.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error("The pipeline of stream {} could not be looked after and is tried again", stream.stream(), e);
        }
    }

    private Admin admin() {
        Admin known = admin;
        if (known == null) {
            known = Admin.create(environment.adminSettings());
            admin = known;
        }
        return known;
    }

    private void open(Admin through) throws InterruptedException, TimeoutException, ExecutionException {
        String clusterId = through.describeCluster().clusterId().get(4, TimeUnit.SECONDS);
        PipelineTopics topics = new PipelineTopics(through);
        PipelinePlan plan = topics.plan(stream, definition.role(), definition.outputs(stream));
        topics.openDoor(plan);
        seeding.ensureSeeded();

        PipelineProgress fresh = new PipelineProgress(plan, environment.clock());
        RunningStreams opened = new RunningStreams(
                environment.settings(clusterId).forPlan(plan),
                topology -> StreamTopology.addTo(
                        topology, definition, plan, new PipelineParts(rules, stores, metrics, quarantine, fresh)),
                this::onUncaught);
        progress = fresh;
        running = opened;
        streams = opened.start();
        reason = "";
        log.info(
                "The pipeline of stream {} reads {} partitions as {}",
                stream.stream(),
                plan.partitions(),
                plan.applicationId());
    }

    private void look() throws InterruptedException, TimeoutException, ExecutionException {
        PipelineProgress looked = progress;
        if (looked == null || running == null) {
            return;
        }
        Set<Integer> tasks = threads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .map(task -> task.taskId().partition())
                .collect(Collectors.toSet());
        looked.look(admin(), tasks);
        if (++looks % LOOKS_PER_SWEEP == 0) {
            looked.sweepDoor(admin());
        }
    }

    private StreamThreadExceptionResponse onUncaught(Throwable failure) {
        failures.note(failure);
        if (threadBudget.mayReplace()) {
            log.error("A thread of stream {} died and is replaced", stream.stream(), failure);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        reason = "its threads died too often: " + failure;
        log.error("A thread of stream {} died, too many did: the pipeline stops", stream.stream(), failure);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void closeStreams() {
        RunningStreams closing = running;
        running = null;
        streams = null;
        progress = null;
        if (closing != null) {
            closing.close();
        }
    }

    private void say(String sentence) {
        if (!sentence.equals(reason)) {
            reason = sentence;
            log.warn("The pipeline of stream {} does not run yet: {}", stream.stream(), sentence);
        }
    }
}
