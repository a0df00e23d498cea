package io.homeostat.runtime.stream;

import io.homeostat.model.rule.Rule;
import io.homeostat.model.sensor.Sensor;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** All pipelines of a service, started and ended together, and their lag as a metric. Thread-safe. */
public final class Pipelines implements SmartLifecycle {

    private final List<StreamPipeline<?>> all;
    private final MultiGauge lag;
    private @Nullable ScheduledExecutorService gauging;

    Pipelines(List<StreamPipeline<?>> all, MeterRegistry registry) {
        this.all = List.copyOf(all);
        this.lag = MultiGauge.builder("homeostat.pipeline.lag.records")
                .description("Records that can be read and are not judged yet")
                .register(registry);
    }

    /** Each stream's pipeline, in the order of configuration. */
    public List<StreamPipeline<?>> all() {
        return all;
    }

    /** The rules that a stream's pipeline follows, those of other streams and the deleted too. */
    public Collection<Rule> rulesOf(String stream) {
        return of(stream).map(pipeline -> pipeline.rules().current().rules()).orElse(List.of());
    }

    /** What a stream's pipeline knows of sensors, by sensor id. */
    public Map<String, Sensor> sensorsOf(String stream) {
        return of(stream)
                .map(pipeline -> pipeline.sensors().current().sensors())
                .orElse(Map.of());
    }

    private Optional<StreamPipeline<?>> of(String stream) {
        return all.stream()
                .filter(pipeline -> pipeline.stream().stream().equals(stream))
                .findFirst();
    }

    /** How many records can be read and are not judged yet, on all streams together, as of the last second. */
    public long lag() {
        return all.stream()
                .flatMap(pipeline -> pipeline.partitions().stream())
                .mapToLong(PartitionProgress::lag)
                .sum();
    }

    @Override
    public synchronized void start() {
        all.forEach(StreamPipeline::start);
        gauging = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "pipeline-lag");
            thread.setDaemon(true);
            return thread;
        });
        Future<?> unused = gauging.scheduleWithFixedDelay(this::gauge, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public synchronized void stop() {
        if (gauging != null) {
            gauging.shutdownNow();
            gauging = null;
        }
        all.forEach(StreamPipeline::stop);
    }

    @Override
    public synchronized boolean isRunning() {
        return gauging != null;
    }

    private void gauge() {
        lag.register(
                all.stream()
                        .flatMap(pipeline -> pipeline.partitions().stream())
                        .<MultiGauge.Row<?>>map(one -> MultiGauge.Row.of(
                                Tags.of("topic", one.topic(), "partition", String.valueOf(one.partition())), one.lag()))
                        .toList(),
                true);
    }
}
