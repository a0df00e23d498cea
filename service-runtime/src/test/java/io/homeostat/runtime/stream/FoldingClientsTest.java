package io.homeostat.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FoldingClientsTest {

    private static final TopicPartition ZERO = new TopicPartition("temperature", 0);
    private static final TopicPartition ONE = new TopicPartition("temperature", 1);

    private final MockConsumer<byte[], byte[]> broker = new MockConsumer<>("earliest");
    private final Consumer<byte[], byte[]> consumer = FoldingClients.folding(broker);
    private final Polled.FromRecord deserializer = new Polled.FromRecord();

    @BeforeEach
    void assign() {
        consumer.assign(List.of(ZERO, ONE));
        broker.updateBeginningOffsets(Map.of(ZERO, 0L, ONE, 0L));
    }

    @Test
    void foldsWhatAPollBroughtOfAPartitionIntoOneRecordAtTheFirstOffset() {
        add(ZERO, 3, "a");
        add(ZERO, 4, "b");
        add(ZERO, 7, "c");
        add(ONE, 9, "d");

        ConsumerRecords<byte[], byte[]> polled = consumer.poll(Duration.ZERO);

        assertThat(polled.count()).isEqualTo(2);
        assertThat(polled.records(ZERO).get(0).offset()).isEqualTo(3);
        assertThat(unfold(polled.records(ZERO).get(0))).containsExactly("3:a", "4:b", "7:c");
        assertThat(unfold(polled.records(ONE).get(0))).containsExactly("9:d");
    }

    @Test
    void foldsNoMoreThanATaskMayHandleBetweenTwoCommits() {
        for (int offset = 0; offset <= FoldingClients.MOST; offset++) {
            add(ZERO, offset, "a");
        }

        List<ConsumerRecord<byte[], byte[]>> polled =
                consumer.poll(Duration.ZERO).records(ZERO);

        assertThat(polled).extracting(ConsumerRecord::offset).containsExactly(0L, (long) FoldingClients.MOST);
        assertThat(unfold(polled.get(0))).hasSize(FoldingClients.MOST);
        assertThat(unfold(polled.get(1))).containsExactly(FoldingClients.MOST + ":a");
    }

    @Test
    void keepsTheOffsetAfterTheLastFoldedRecordForTheCommit() {
        add(ZERO, 3, "a");
        add(ZERO, 7, "b");

        assertThat(consumer.poll(Duration.ZERO).nextOffsets().get(ZERO).offset())
                .isEqualTo(8);
    }

    @Test
    void foldsNothingOutOfNothing() {
        assertThat(consumer.poll(Duration.ZERO).isEmpty()).isTrue();
    }

    @Test
    void throwsWhatTheConsumerThrows() {
        broker.setPollException(new AuthorizationException("no right to read"));

        assertThatThrownBy(() -> consumer.poll(Duration.ZERO))
                .isInstanceOf(KafkaException.class)
                .hasMessage("no right to read");
    }

    @Test
    void takesARecordThatIsNotFoldedAsItIs() {
        Polled polled = deserializer.deserialize("temperature", new RecordHeaders(), bytes("a"));

        assertThat(polled.records()).isNull();
        assertThat(polled.value()).isEqualTo(bytes("a"));
    }

    private List<String> unfold(ConsumerRecord<byte[], byte[]> folded) {
        Polled polled = deserializer.deserialize(folded.topic(), folded.headers(), folded.value());
        List<ConsumerRecord<byte[], byte[]>> records = polled.records();
        assertThat(records).isNotNull();
        return records.stream()
                .map(one -> one.offset() + ":" + new String(one.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private void add(TopicPartition partition, long offset, String value) {
        broker.addRecord(
                new ConsumerRecord<>(partition.topic(), partition.partition(), offset, bytes("key"), bytes(value)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
