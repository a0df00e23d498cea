package io.homeostat.monitor.past;

import io.homeostat.model.StreamTopics;
import io.homeostat.model.reading.Reading;
import io.homeostat.model.reading.ReadingDecoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The readings of a stretch of event time as a topic still has them. Not thread-safe; holds some thousand readings of each
 * partition.
 *
 * <p>The partitions are put together by the records' timestamps, about as the readings came, so that what was late then is
 * late now. Should nothing of the stretch have been recorded when it is looked for, as with an old recording that was
 * replayed with its own times, the search goes on to the topic's end.
 */
final class TopicReadings implements PastReadings {

    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final PastRange range;
    private final Predicate<String> sensors;
    private final BooleanSupplier enough;
    private final ReadingDecoder decoder;
    private final Map<TopicPartition, Lane> lanes = new HashMap<>();
    private final List<Lane> inOrder = new ArrayList<>();
    private Map<TopicPartition, Long> ends = Map.of();
    private boolean found;
    private boolean searchedToTheEnd;

    /**
     * Readings of which none was read yet.
     *
     * @param consumer sees nothing but what was committed; closed with this
     * @param sensors the sensors that are wanted
     * @param enough asked whenever Kafka is: ends it
     */
    TopicReadings(
            Consumer<byte[], byte[]> consumer,
            StreamTopics stream,
            PastRange range,
            Predicate<String> sensors,
            BooleanSupplier enough) {
        this.consumer = consumer;
        this.range = range;
        this.sensors = sensors;
        this.enough = enough;
        this.decoder = new ReadingDecoder(stream);
        open(stream.readings());
    }

    private void open(String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic, ANSWER).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        ends = consumer.endOffsets(partitions, ANSWER);
        Map<TopicPartition, Long> starts = firstSince(partitions, range.searchedFromMillis());
        Map<TopicPartition, Long> stops = firstSince(partitions, range.searchedToMillis() + 1);
        for (TopicPartition partition : partitions) {
            long start = starts.getOrDefault(partition, 0L);
            Lane lane = new Lane(partition, start, stops.getOrDefault(partition, 0L));
            lanes.put(partition, lane);
            inOrder.add(lane);
            consumer.seek(partition, start);
        }
    }

    /** The first record of each partition that is not older; the partition's end where there is none. */
    private Map<TopicPartition, Long> firstSince(List<TopicPartition> partitions, long millis) {
        Map<TopicPartition, Long> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, millis));
        Map<TopicPartition, @Nullable OffsetAndTimestamp> answer = consumer.offsetsForTimes(asked, ANSWER);
        Map<TopicPartition, Long> offsets = new HashMap<>(ends);
        answer.forEach((partition, known) -> {
            if (known != null) {
                offsets.merge(partition, known.offset(), Math::min);
            }
        });
        return offsets;
    }

    @Override
    public @Nullable PastReading next() {
        while (true) {
            Lane first = null;
            long firstMillis = Long.MAX_VALUE;
            boolean waits = false;
            for (int i = 0; i < inOrder.size(); i++) {
                Lane lane = inOrder.get(i);
                PastReading reading = lane.first();
                if (reading == null) {
                    waits |= !lane.isRead();
                } else if (first == null || reading.cameAtMillis() < firstMillis) {
                    first = lane;
                    firstMillis = reading.cameAtMillis();
                }
            }
            if (!waits && first != null) {
                return first.removeFirst();
            }
            if (!waits && !searchesOn()) {
                return null;
            }
            if (enough.getAsBoolean()) {
                return null;
            }
            read();
        }
    }

    private boolean searchesOn() {
        if (found || searchedToTheEnd) {
            return false;
        }
        searchedToTheEnd = true;
        for (Lane lane : inOrder) {
            // the last poll may have given more than was wanted then
            consumer.seek(lane.partition, lane.goOnTo(ends.getOrDefault(lane.partition, 0L)));
        }
        return true;
    }

    private void read() {
        List<TopicPartition> resting = new ArrayList<>();
        List<TopicPartition> wanted = new ArrayList<>();
        for (Lane lane : inOrder) {
            (lane.isRead() || lane.isFull() ? resting : wanted).add(lane.partition);
        }
        consumer.pause(resting);
        consumer.resume(wanted);
        if (!wanted.isEmpty()) {
            consumer.poll(POLL).forEach(this::take);
            wanted.forEach(partition -> lane(partition).readTo(consumer.position(partition, ANSWER)));
        }
    }

    /** What is no reading is told by the live pipeline's dead letters. */
    private void take(ConsumerRecord<byte[], byte[]> record) {
        Lane lane = lane(new TopicPartition(record.topic(), record.partition()));
        if (lane.isBefore(record.offset())
                && decoder.decode(record.key(), record.value(), record.timestamp()) instanceof Reading reading
                && reading.eventTimeMillis() >= range.wantedFromMillis()
                && reading.eventTimeMillis() <= range.wantedToMillis()
                && sensors.test(reading.sensorId())) {
            found |= reading.eventTimeMillis() >= range.from().toEpochMilli();
            lane.add(new PastReading(reading, record.partition(), record.offset(), record.timestamp()));
        }
    }

    private Lane lane(TopicPartition partition) {
        Lane lane = lanes.get(partition);
        if (lane == null) {
            throw new IllegalStateException("no record of %s was asked for".formatted(partition));
        }
        return lane;
    }

    @Override
    public double share() {
        long length = 0;
        long read = 0;
        for (Lane lane : inOrder) {
            length += lane.length();
            read += lane.read();
        }
        return length == 0 ? 1 : (double) read / length;
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSE));
    }
}
