package io.homeostat.runtime.stream;

import io.homeostat.model.StreamTopics;
import io.homeostat.runtime.rules.RuleBook;
import io.homeostat.runtime.seeding.Seeding;
import io.homeostat.runtime.sensors.SensorBook;
import io.homeostat.runtime.stream.PipelineOpening.Life;
import io.homeostat.runtime.supervision.OrderlyExit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.ThreadMetadata;
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

    private final StreamTopics stream;
    private final PipelineOpening<S> opening;
    private final PipelineCare care;
    private final RuleBook rules = new RuleBook();
    private final SensorBook sensors = new SensorBook();
    private final ThreadDeaths deaths;
    private final Quarantine quarantine = new Quarantine();
    private final AtomicReference<@Nullable ScheduledExecutorService> worker = new AtomicReference<>();

    private volatile boolean started;
    private volatile PipelineState beforeRunning = PipelineState.STOPPED;
    private volatile String reason = "";

    /** A pipeline that is not started yet. */
    public StreamPipeline(
            PipelineDefinition<S> definition,
            StreamTopics stream,
            PipelineEnvironment environment,
            Seeding seeding,
            SeriesStores stores,
            StreamMetrics metrics) {
        this.stream = stream;
        this.deaths = new ThreadDeaths(stream.stream(), environment.clock(), OrderlyExit::haltOutOfMemory);
        this.opening = new PipelineOpening<>(
                definition,
                stream,
                environment,
                seeding,
                catchUp -> new PipelineParts(rules, sensors, stores, metrics, quarantine, catchUp, environment.hook()),
                deaths);
        this.care = new PipelineCare(opening, deaths, environment.adminSettings());
    }

    /** The stream that it reads. */
    public StreamTopics stream() {
        return stream;
    }

    /** Whether a topic is one of its inputs. */
    boolean reads(String topic) {
        return opening.reads(topic);
    }

    /** The rules that it follows. */
    public RuleBook rules() {
        return rules;
    }

    /** What it knows of its stream's sensors. */
    public SensorBook sensors() {
        return sensors;
    }

    /** Where it is in its life. */
    public PipelineState state() {
        Life live = care.life();
        if (live == null) {
            return beforeRunning;
        }
        return live.streams().isClosing() && started
                ? PipelineState.FAILED
                : live.streams().state();
    }

    /** What it waits for, or why it was refused or failed; empty while it runs. */
    public String reason() {
        Life live = care.life();
        if (live == null) {
            return reason;
        }
        if (live.streams().isClosing() && started) {
            return PipelineRestart.STUCK;
        }
        return deaths.whyItStopped().isEmpty() ? reason : deaths.whyItStopped();
    }

    /** How its threads died lately. */
    ThreadFailures failures() {
        return deaths.failures();
    }

    /** The records that it passes over. */
    public Quarantine quarantine() {
        return quarantine;
    }

    /** Its stream threads. */
    public List<ThreadMetadata> threads() {
        Life live = care.life();
        return live == null ? List.of() : live.streams().threads();
    }

    /** How far it has come on each partition that is at home here. */
    public List<PartitionProgress> partitions() {
        Life live = care.life();
        return live == null ? List.of() : live.progress().partitions();
    }

    /** When the broker last answered; the epoch where it never has. */
    public Instant lastAnswer() {
        Life live = care.life();
        return live == null ? Instant.EPOCH : live.progress().lastAnswer();
    }

    @Override
    public void start() {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "pipeline-" + stream.stream());
            thread.setDaemon(true);
            return thread;
        });
        if (!worker.compareAndSet(null, executor)) {
            executor.shutdownNow();
            return;
        }
        started = true;
        beforeRunning = PipelineState.STARTING;
        Future<?> unused =
                executor.scheduleWithFixedDelay(this::work, 0, LOOK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        stopWork();
        care.close(PipelineRestart.PATIENCE);
        beforeRunning = PipelineState.STOPPED;
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    /** Tells what runs to end, and does not wait. */
    void beginToStop() {
        stopWork();
        care.beginToClose();
    }

    /**
     * Ends what runs and starts anew. What has not ended in time is waited for: until then, nothing is started beside it.
     *
     * @return whether it has ended in time
     */
    boolean restart(Duration patience) {
        stopWork();
        boolean ended = care.close(patience);
        deaths.forgetWhy();
        start();
        return ended;
    }

    /** Puts a thread in the place of a dead one; says why not, where it can't. */
    Optional<String> replaceThread() {
        Life live = care.life();
        return live == null
                ? Optional.of("the pipeline is %s, and has no threads yet".formatted(state()))
                : live.streams().replaceThread(state(), deaths.budget());
    }

    /** Lets it read no further until it is resumed. */
    public void pause() {
        Life live = care.life();
        if (live != null) {
            live.streams().pause();
        }
    }

    /** Lets it read on. */
    public void resume() {
        Life live = care.life();
        if (live != null) {
            live.streams().resume();
        }
    }

    private void work() {
        try {
            if (beforeRunning != PipelineState.REFUSED) {
                care.tend(() -> started);
                reason = "";
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

    private void stopWork() {
        started = false;
        ScheduledExecutorService executor = worker.getAndSet(null);
        if (executor != null) {
            executor.shutdownNow();
        }
    }

    private void say(String sentence) {
        if (!sentence.equals(reason)) {
            reason = sentence;
            log.warn("The pipeline of stream {} does not run yet: {}", stream.stream(), sentence);
        }
    }
}
