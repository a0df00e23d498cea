package io.homeostat.monitor.past;

import static io.homeostat.monitor.past.PastTests.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.model.StreamTopics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TopicReadingsTest {

    private static final String TOPIC = "temperature";

    private final Topic topic = new Topic();

    @Test
    void putsThePartitionsTogetherAsTheirRecordsCame() {
        topic.add(0, 1, "a", 1);
        topic.add(1, 2, "b", 2);
        topic.add(1, 3, "b", 3);
        topic.add(0, 4, "a", 4);

        assertThat(read(at(0), at(10), "*")).containsExactly("a 1.0", "b 2.0", "b 3.0", "a 4.0");
    }

    @Test
    void takesWhatIsOfTheRangeByItsEventTime() {
        topic.add(0, 1, "a", 1);
        topic.add(0, 5, "a", 5);
        topic.add(0, 6, "a", 1.5);
        topic.add(0, 9, "a", 9);

        assertThat(read(at(3), at(8), "*")).containsExactly("a 5.0");
        assertThat(new PastRange(at(3), at(8), Duration.ofSeconds(2), Duration.ZERO).wantedFromMillis())
                .isEqualTo(at(1).toEpochMilli());
    }

    @Test
    void passesOverWhatIsNoReadingAndWhoIsNotWanted() {
        topic.add(0, 1, "a", 1);
        topic.addText(0, 2, "no JSON");
        topic.add(0, 3, "b", 3);

        assertThat(read(at(0), at(10), "b")).containsExactly("b 3.0");
    }

    @Test
    void searchesNoFurtherThanTheLatenessBehindTheRange() {
        topic.add(0, 5, "a", 5);
        topic.add(0, 14, "a", 6);
        topic.add(0, 16, "a", 7);

        assertThat(read(at(0), at(5), "*", Duration.ofSeconds(10))).containsExactly("a 5.0");
        assertThat(read(at(0), at(6), "*", Duration.ofSeconds(10))).containsExactly("a 5.0", "a 6.0");
        assertThat(read(at(0), at(7), "*", Duration.ofSeconds(5))).containsExactly("a 5.0");
    }

    @Test
    void searchesToTheEndWhereNothingWasRecordedInTime() {
        topic.add(0, 1, "a", -100);
        for (int second = 0; second < 10; second++) {
            topic.add(second % 2, 1_000 + second, "a", second);
        }

        assertThat(read(at(3), at(5), "*")).containsExactly("a 3.0", "a 4.0", "a 5.0");
    }

    @Test
    void holdsAPartitionBackThatIsFarAhead() {
        for (int i = 0; i < 10_000; i++) {
            topic.add(0, i, "a", i);
        }
        topic.add(1, 9_999.5, "b", 9_999.5);

        List<String> read = read(at(0), at(20_000), "*");

        assertThat(read).hasSize(10_001).last().isEqualTo("b 9999.5");
    }

    @Test
    void endsWhenItIsEnough() {
        topic.add(0, 1, "a", 1);
        PastRange range = new PastRange(at(0), at(10), Duration.ZERO, Duration.ZERO);
        TopicReadings readings =
                new TopicReadings(topic.consumer(), new StreamTopics(TOPIC), range, sensor -> true, () -> true);

        assertThat(readings.next()).isNull();
        readings.close();
    }

    private List<String> read(Instant from, Instant to, String sensor) {
        return read(from, to, sensor, Duration.ofSeconds(10));
    }

    private List<String> read(Instant from, Instant to, String sensor, Duration lateness) {
        PastRange range = new PastRange(from, to, Duration.ZERO, lateness);
        List<String> read = new ArrayList<>();
        try (TopicReadings readings = new TopicReadings(
                topic.consumer(),
                new StreamTopics(TOPIC),
                range,
                id -> sensor.equals("*") || sensor.equals(id),
                () -> false)) {
            for (PastReading past = readings.next(); past != null; past = readings.next()) {
                read.add(past.reading().sensorId() + " " + past.reading().value());
            }
            assertThat(readings.share()).isEqualTo(1);
        }
        return read;
    }

    /** A topic of two partitions; a reading's value is its event time in seconds, too. */
    private static final class Topic {

        private final Map<Integer, List<ConsumerRecord<byte[], byte[]>>> records =
                new HashMap<>(Map.of(0, new ArrayList<>(), 1, new ArrayList<>()));

        void add(int partition, double cameAtSeconds, String sensor, double seconds) {
            addText(
                    partition,
                    cameAtSeconds,
                    "{\"sensorId\": \"%s\", \"temperature\": %s, \"timestamp\": %d}"
                            .formatted(sensor, seconds, at(seconds).toEpochMilli()));
        }

        void addText(int partition, double cameAtSeconds, String text) {
            List<ConsumerRecord<byte[], byte[]>> log = records.getOrDefault(partition, List.of());
            log.add(new ConsumerRecord<>(
                    TOPIC,
                    partition,
                    log.size(),
                    at(cameAtSeconds).toEpochMilli(),
                    TimestampType.CREATE_TIME,
                    -1,
                    text.length(),
                    null,
                    text.getBytes(StandardCharsets.UTF_8),
                    new RecordHeaders(),
                    Optional.empty()));
        }

        MockConsumer<byte[], byte[]> consumer() {
            Set<TopicPartition> begun = new HashSet<>();
            MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest") {
                /** What was polled is gone from the mock, where Kafka gives it again. */
                @Override
                public synchronized void seek(TopicPartition partition, long offset) {
                    List<ConsumerRecord<byte[], byte[]>> log = records.getOrDefault(partition.partition(), List.of());
                    long polled = begun.add(partition) ? log.size() : position(partition);
                    super.seek(partition, offset);
                    log.stream()
                            .filter(record -> record.offset() >= offset && record.offset() < polled)
                            .forEach(this::addRecord);
                }

                @Override
                public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
                        Map<TopicPartition, Long> asked, Duration timeout) {
                    Map<TopicPartition, OffsetAndTimestamp> answer = new HashMap<>();
                    asked.forEach((partition, millis) -> answer.put(partition, first(partition, millis)));
                    return answer;
                }
            };
            Node node = new Node(0, "localhost", 9092);
            Node[] nodes = {node};
            List<PartitionInfo> partitions = List.of(
                    new PartitionInfo(TOPIC, 0, node, nodes, nodes), new PartitionInfo(TOPIC, 1, node, nodes, nodes));
            consumer.updatePartitions(TOPIC, partitions);
            records.forEach((partition, log) -> {
                TopicPartition of = new TopicPartition(TOPIC, partition);
                consumer.updateBeginningOffsets(Map.of(of, 0L));
                consumer.updateEndOffsets(Map.of(of, (long) log.size()));
            });
            consumer.setMaxPollRecords(1_000);
            return consumer;
        }

        private OffsetAndTimestamp first(TopicPartition partition, long millis) {
            return records.getOrDefault(partition.partition(), List.of()).stream()
                    .filter(record -> record.timestamp() >= millis)
                    .findFirst()
                    .map(record -> new OffsetAndTimestamp(record.offset(), record.timestamp()))
                    .orElse(null);
        }
    }
}
