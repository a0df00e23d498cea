package io.homeostat.runtime.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(60)
class TopicTailTest {

    private static final TopicPartition ZERO = new TopicPartition("alerts", 0);
    private static final TopicPartition ONE = new TopicPartition("alerts", 1);

    private final List<Map<TopicPartition, Long>> begun = new CopyOnWriteArrayList<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<ILoggingEvent> lines = new CopyOnWriteArrayList<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(TopicTail.class);
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent line) {
            lines.add(line);
        }
    };
    private TopicTail tail;

    private final TailFollower follower = new TailFollower() {
        @Override
        public void begin(Map<TopicPartition, Long> starts) {
            begun.add(starts);
        }

        @Override
        public void take(ConsumerRecord<byte[], byte[]> record) {
            taken.add(new String(record.value(), StandardCharsets.UTF_8));
        }
    };

    @BeforeEach
    void listen() {
        appender.start();
        logger.addAppender(appender);
    }

    @AfterEach
    void end() {
        tail.stop();
        logger.detachAppender(appender);
    }

    @Test
    void beginsSoManyRecordsBeforeTheEndAndNotBeforeTheBeginning() {
        follow(() -> broker(2));

        await().until(() -> !begun.isEmpty());
        assertThat(begun.get(0)).isEqualTo(Map.of(ZERO, 95L, ONE, 1L));
    }

    @Test
    void handsOnWhatComes() {
        follow(() -> {
            FakeBroker broker = broker(2);
            broker.schedulePollTask(() -> {
                broker.addRecord(record(ZERO, 99, "old"));
                broker.addRecord(record(ONE, 3, "new"));
            });
            return broker;
        });

        await().until(() -> taken.size() == 2);
        assertThat(taken).containsExactlyInAnyOrder("old", "new");
    }

    @Test
    void saysOnceThatItCannotFollowAndOnceThatItCanAgain() {
        AtomicInteger tries = new AtomicInteger();
        follow(() -> {
            if (tries.incrementAndGet() <= 5) {
                throw new KafkaException("no name for the broker");
            }
            return broker(2);
        });

        await().until(() -> said(Level.INFO).size() == 1);
        assertThat(said(Level.WARN))
                .containsExactly(
                        "test-tail cannot follow alerts, and begins anew until it can: no name for the broker");
        assertThat(said(Level.INFO)).containsExactly("test-tail follows alerts again");
    }

    @Test
    void beginsAnewAfterAFailureOfWhatIsDoneWithARecord() {
        AtomicInteger tries = new AtomicInteger();
        tail = new TopicTail(
                "test-tail",
                List.of("alerts"),
                5,
                () -> {
                    FakeBroker broker = broker(2);
                    broker.schedulePollTask(() -> broker.addRecord(record(ZERO, 99, "bad at first")));
                    return broker;
                },
                record -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new IllegalStateException("not this one");
                    }
                    follower.take(record);
                },
                Duration.ofMillis(4));
        tail.start();

        await().until(() -> !taken.isEmpty());
        assertThat(said(Level.WARN)).singleElement().asString().endsWith("not this one");
    }

    @Test
    void waitsQuietlyForTopicsThatAreBeingMade() {
        AtomicInteger looks = new AtomicInteger();
        follow(() -> new FakeBroker(2) {
            @Override
            public List<PartitionInfo> partitionsFor(String topic, Duration timeout) {
                return looks.incrementAndGet() < 10 ? List.of() : super.partitionsFor(topic, timeout);
            }
        });

        await().until(() -> !begun.isEmpty());
        assertThat(lines).isEmpty();
    }

    @Test
    void saysWhichTopicIsMissing() {
        follow(() -> broker(0));

        await().until(() -> !said(Level.WARN).isEmpty());
        assertThat(said(Level.WARN)).singleElement().asString().endsWith("that must be there are missing: alerts");
        assertThat(begun).isEmpty();
    }

    @Test
    void endsQuietlyAndClosesItsClient() {
        FakeBroker broker = broker(2);
        follow(() -> broker);
        await().until(() -> !begun.isEmpty());

        tail.stop();

        await().until(broker::closed);
        assertThat(lines).isEmpty();
    }

    private void follow(Supplier<Consumer<byte[], byte[]>> consumers) {
        tail = new TopicTail("test-tail", List.of("alerts"), 5, consumers, follower, Duration.ofMillis(4));
        tail.start();
    }

    private List<String> said(Level level) {
        return lines.stream()
                .filter(line -> line.getLevel() == level)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private static ConsumerRecord<byte[], byte[]> record(TopicPartition partition, long offset, String value) {
        return new ConsumerRecord<>(
                partition.topic(), partition.partition(), offset, null, value.getBytes(StandardCharsets.UTF_8));
    }

    private static FakeBroker broker(int partitions) {
        return new FakeBroker(partitions);
    }

    /** The first partition goes from 10 to 100, the second from 1 to 3. */
    private static class FakeBroker extends MockConsumer<byte[], byte[]> {

        private final int partitions;

        FakeBroker(int partitions) {
            super("latest");
            this.partitions = partitions;
            updateBeginningOffsets(Map.of(ZERO, 10L, ONE, 1L));
            updateEndOffsets(Map.of(ZERO, 100L, ONE, 3L));
        }

        @Override
        public List<PartitionInfo> partitionsFor(String topic, Duration timeout) {
            Node node = new Node(0, "localhost", 9092);
            Node[] nodes = {node};
            return List.of(ONE, ZERO).subList(0, partitions).stream()
                    .map(one -> new PartitionInfo(one.topic(), one.partition(), node, nodes, nodes))
                    .toList();
        }

        @Override
        public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            Thread.onSpinWait();
            return super.poll(Duration.ZERO);
        }
    }
}
