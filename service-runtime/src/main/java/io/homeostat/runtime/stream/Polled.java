package io.homeostat.runtime.stream;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * What Kafka Streams hands to the processor as one record: all records of a partition that one poll brought, or, where
 * the consumer does not fold, the value of a single one. Immutable.
 *
 * @param records in the order of their offsets; {@code null} for a single record
 * @param value of the single record
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one call, is never compared
record Polled(@Nullable List<ConsumerRecord<byte[], byte[]>> records, byte @Nullable [] value) {

    /**
     * The way through Kafka Streams, which hands a record's bytes and headers to its deserializer: the folded records
     * travel as headers.
     */
    static final class Fold extends RecordHeaders {

        private final Polled polled;

        private Fold(List<ConsumerRecord<byte[], byte[]>> records) {
            this.polled = new Polled(records, null);
        }
    }

    /** One record that stands for those of one partition; there must be one at least. */
    static ConsumerRecord<byte[], byte[]> fold(List<ConsumerRecord<byte[], byte[]>> records) {
        ConsumerRecord<byte[], byte[]> first = records.get(0);
        return new ConsumerRecord<>(
                first.topic(),
                first.partition(),
                first.offset(),
                Math.max(0, first.timestamp()),
                first.timestampType(),
                0,
                0,
                new byte[0],
                new byte[0],
                new Fold(records),
                first.leaderEpoch());
    }

    /** Takes the folded records out of the headers again. Thread-safe. */
    static final class FromRecord implements Deserializer<Polled> {

        @Override
        public Polled deserialize(String topic, byte @Nullable [] data) {
            return new Polled(null, data);
        }

        @Override
        public Polled deserialize(String topic, Headers headers, byte @Nullable [] data) {
            return headers instanceof Fold fold ? fold.polled : deserialize(topic, data);
        }
    }
}
