package io.homeostat.runtime.stream;

import io.homeostat.model.StreamTopics;
import io.homeostat.model.Topics;
import io.homeostat.model.canary.CanaryAnswer;
import io.homeostat.model.reading.Decoding;
import io.homeostat.model.reading.Reading;
import io.homeostat.model.reading.ReadingDecoder;
import io.homeostat.model.reading.ReadingJson;
import io.homeostat.model.reading.Rejection;
import io.homeostat.model.reading.Source;
import io.homeostat.runtime.sensors.SensorsInForce;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The way of a record through a task: decode it, bring it home, and have it judged there. Belongs to its stream thread.
 *
 * @param <S> the service's state of a series
 */
final class ReadingProcessor<S> implements Processor<byte[], Polled, byte[], byte[]> {

    private static final Duration TICK = Duration.ofMillis(100);
    private static final long LEAVING_CHECK_MILLIS = 60_000;

    /** Tasks differ for half a second in what they know of a sensor's home; what wanders for longer is judged. */
    private static final int MOST_HOPS = 100;

    private final PipelineDefinition<S> definition;
    private final StreamTopics stream;
    private final PipelinePlan plan;
    private final PipelineParts parts;
    private final ReadingDecoder decoder;
    private final @Nullable RecordHook hook;

    private ProcessorContext<byte[], byte[]> context;
    private SeriesStore<S> store;
    private SeriesHandler<S> handler;
    private StreamMetrics.TaskCounts counts;
    private SensorsInForce sensors;
    private int partition;
    private boolean settledIn;
    private long nextLeavingCheckMillis;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    ReadingProcessor(PipelineDefinition<S> definition, PipelinePlan plan, PipelineParts parts) {
        this.definition = definition;
        this.stream = plan.stream();
        this.plan = plan;
        this.parts = parts;
        this.decoder = new ReadingDecoder(stream);
        this.hook = parts.hook();
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> processorContext) {
        context = processorContext;
        partition = context.taskId().partition();
        store = context.getStateStore(plan.storeName());
        store.awaken();
        BooleanSupplier caughtUp = parts.catchUp().start(partition);
        counts = parts.metrics().forTask();
        sensors = new SensorsInForce(parts.sensors());
        handler = definition.handler(
                stream, new TaskScope<>(context, store, parts.rules(), sensors, counts, caughtUp, plan.partitions()));
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
    }

    @Override
    public void process(Record<byte[], Polled> record) {
        settleIn();
        RecordMetadata metadata = context.recordMetadata().orElseThrow();
        List<ConsumerRecord<byte[], byte[]>> folded = record.value().records();
        if (folded == null) {
            handle(metadata.topic(), record.key(), record.value().value(), metadata.offset(), record.timestamp());
            return;
        }
        for (int i = 0; i < folded.size(); i++) {
            ConsumerRecord<byte[], byte[]> one = folded.get(i);
            handle(one.topic(), one.key(), one.value(), one.offset(), one.timestamp());
        }
    }

    /** What was restored may be at home elsewhere by now: that is said before anything else, once sinks take records. */
    private void settleIn() {
        if (!settledIn) {
            settledIn = true;
            letMovedLeave();
        }
    }

    private void handle(
            String topic, byte @Nullable [] key, byte @Nullable [] value, long offset, long timestampMillis) {
        try {
            if (!parts.quarantine().isEmpty() && parts.quarantine().holds(topic, partition, offset)) {
                passOver(topic, key, value, offset, timestampMillis);
                return;
            }
            if (hook != null) {
                hook.beforeRecord(topic, partition, offset);
            }
            if (topic.equals(plan.doorTopic())) {
                enterByDoor(key, value);
            } else {
                decode(key, value, offset, timestampMillis);
            }
        } catch (KafkaException e) {
            throw e; // not the record's fault, and Kafka Streams knows its own
        } catch (RuntimeException e) {
            throw new RecordFailedException(topic, partition, offset, e);
        }
    }

    private void passOver(
            String topic, byte @Nullable [] key, byte @Nullable [] value, long offset, long timestampMillis) {
        if (topic.equals(plan.doorTopic())) {
            if (key != null && value != null && !CanaryMessage.isOne(value)) {
                DoorMessage message = DoorMessage.read(key, value);
                Source source = new Source(stream.readings(), message.partition(), message.offset());
                byte[] body = new ReadingJson(stream).write(message.reading());
                handler.quarantine(message.reading(), new RawRecord(key, body, source));
            }
            return;
        }
        Source source = new Source(topic, partition, offset);
        handler.quarantine(readable(key, value, timestampMillis), new RawRecord(key, value, source));
    }

    private @Nullable Reading readable(byte @Nullable [] key, byte @Nullable [] value, long timestampMillis) {
        try {
            return decoder.decode(key, value, timestampMillis) instanceof Reading reading ? reading : null;
        } catch (RuntimeException e) {
            return null; // it is in quarantine because something throws; that may be this
        }
    }

    private void decode(byte @Nullable [] key, byte @Nullable [] value, long offset, long timestampMillis) {
        Decoding decoding = decoder.decode(key, value, timestampMillis);
        if (decoding instanceof Reading reading) {
            counts.decoded();
            bringHome(reading, new Origin(partition, offset, timestampMillis));
        } else if (decoding instanceof Rejection rejection) {
            counts.rejected(rejection.code());
            handler.reject(rejection, new RawRecord(key, value, new Source(stream.readings(), partition, offset)));
        }
    }

    private void bringHome(Reading reading, Origin origin) {
        Series<S> series = store.find(reading.sensorId());
        if (series != null || isHome(reading.sensorId())) {
            judge(series, reading, origin);
        } else {
            counts.rehomed();
            sendHome(reading, origin, 0);
        }
    }

    private boolean isHome(String sensorId) {
        return Home.of(sensors.homeKey(sensorId), plan.partitions()) == partition;
    }

    private void sendHome(Reading reading, Origin origin, int hops) {
        DoorMessage message = new DoorMessage(
                sensors.homeKey(reading.sensorId()),
                hops,
                reading,
                origin.partition(),
                origin.offset(),
                origin.recordTimestampMillis());
        context.forward(new Record<>(message.key(), message.value(), context.currentSystemTimeMs()), plan.doorTopic());
    }

    private void enterByDoor(byte @Nullable [] key, byte @Nullable [] value) {
        if (value != null && CanaryMessage.isOne(value)) {
            answer(CanaryMessage.read(value));
            return;
        }
        DoorMessage message = DoorMessage.read(key, value);
        Reading reading = message.reading();
        Origin origin = new Origin(message.partition(), message.offset(), message.recordTimestampMillis());
        Series<S> series = store.find(reading.sensorId());
        if (series != null || isHome(reading.sensorId()) || message.hops() == MOST_HOPS) {
            judge(series, reading, origin);
        } else {
            // who sent it did not know yet, or did before this task, that the sensor has another group
            sendHome(reading, origin, message.hops() + 1);
        }
    }

    private void answer(CanaryMessage canary) {
        long now = context.currentSystemTimeMs();
        CanaryAnswer answer = new CanaryAnswer(
                plan.applicationId(),
                partition,
                canary.number(),
                handler.isBreach(canary.value()),
                now - canary.sentAtMillis());
        byte[] key = (plan.applicationId() + "/" + partition).getBytes(StandardCharsets.UTF_8);
        context.forward(new Record<>(key, answer.json(), now), Topics.CANARY);
    }

    private void judge(@Nullable Series<S> known, Reading reading, Origin origin) {
        Series<S> series = known == null ? store.create(reading.sensorId()) : known;
        if (series == null) {
            counts.overBudget();
        }
        handler.judge(series, reading, origin);
        if (series != null) {
            store.changed(series);
        }
        counts.judged(origin.recordTimestampMillis());
    }

    private void tick(long nowMillis) {
        settleIn();
        if (sensors.renew(nowMillis)) {
            letMovedLeave();
        }
        handler.tick(nowMillis);
        counts.publish();
        if (nowMillis >= nextLeavingCheckMillis) {
            nextLeavingCheckMillis = nowMillis + LEAVING_CHECK_MILLIS;
            letIdleLeave(nowMillis);
        }
    }

    private void letMovedLeave() {
        List<Series<S>> moved = new ArrayList<>();
        for (Series<S> series : store.all()) {
            if (!isHome(series.sensorId())) {
                moved.add(series);
            }
        }
        moved.forEach(series -> {
            handler.leaveHome(series);
            store.remove(series);
        });
    }

    private void letIdleLeave(long nowMillis) {
        List<Series<S>> leaving = new ArrayList<>();
        for (Series<S> series : store.all()) {
            if (handler.mayLeave(series.state(), nowMillis)) {
                leaving.add(series);
            }
        }
        leaving.forEach(store::remove);
    }

    @Override
    public void close() {
        counts.publish();
    }
}
