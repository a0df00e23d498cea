package io.homeostat.benchmarks.peers;

import io.homeostat.benchmarks.json.BoundMillisReading;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Clamps in Kafka Streams and, if asked, counts each sensor's readings in a store of 96 bytes a sensor. */
final class ClampingProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    static final String STORE = "series";
    private static final int STATE_BYTES = 96;

    private final boolean withState;
    private final Clamping clamping = new Clamping();
    private @Nullable ProcessorContext<byte[], byte[]> context;
    private @Nullable KeyValueStore<byte[], byte[]> store;

    ClampingProcessor(boolean withState) {
        this.withState = withState;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> newContext) {
        context = newContext;
        store = withState ? newContext.getStateStore(STORE) : null;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        ProcessorContext<byte[], byte[]> live = Objects.requireNonNull(context);
        RecordMetadata origin = live.recordMetadata().orElseThrow();
        BoundMillisReading reading = clamping.parse(record.value());
        if (store != null && reading != null) {
            count(store, record.key(), reading);
        }
        byte[] correction = clamping.clamp(reading, origin.topic(), origin.partition(), origin.offset());
        if (correction != null) {
            live.forward(record.withValue(correction));
        }
    }

    private static void count(KeyValueStore<byte[], byte[]> store, byte[] key, BoundMillisReading reading) {
        byte[] known = store.get(key);
        ByteBuffer state = ByteBuffer.wrap(known == null ? new byte[STATE_BYTES] : known.clone());
        state.putLong(0, state.getLong(0) + 1);
        state.putLong(8, reading.timestamp());
        store.put(key, state.array());
    }
}
