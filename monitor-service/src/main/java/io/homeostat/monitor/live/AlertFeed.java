package io.homeostat.monitor.live;

import io.homeostat.model.MessageFormatException;
import io.homeostat.model.alert.AlertEventJson;
import io.homeostat.runtime.tail.TailFollower;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Hands committed alert events to the live clients. Thread-safe. While there is no client an event costs a lock and its
 * bytes' place in the history, and is read by nobody.
 *
 * <p>It follows every partition by itself and asks no database, so that pages stay live while that is away, and show the
 * alerts of all instances.
 */
class AlertFeed implements TailFollower {

    /** How many events of each partition are in the history from the start. */
    static final long TAIL = 500;

    static final int HISTORY = 4_096;
    private static final int FIRST_EVENTS = 100;

    private final LiveClients clients;
    private final FeedHistory.LineMaker lines;
    private final Object lock = new Object();
    private @Nullable FeedHistory history;

    AlertFeed(LiveClients clients) {
        this(clients, AlertFeed::oneLine);
    }

    AlertFeed(LiveClients clients, FeedHistory.LineMaker lines) {
        this.clients = clients;
        this.lines = lines;
    }

    /** Adds a client: it gets what it missed, or the newest events, or is told to load everything again. */
    void join(LiveClient client, @Nullable String lastEventId) {
        synchronized (lock) {
            if (history == null) {
                client.offer(LiveEvent.RESET);
            } else if (lastEventId == null || lastEventId.isBlank()) {
                client.offerAll(history.newest(FIRST_EVENTS));
            } else {
                client.offerAll(history.after(lastEventId).orElse(List.of(LiveEvent.RESET)));
            }
            clients.add(client);
        }
    }

    @Override
    public void begin(Map<TopicPartition, Long> starts) {
        long[] offsets = new long[starts.size()];
        starts.forEach((partition, offset) -> offsets[partition.partition()] = offset);
        synchronized (lock) {
            history = new FeedHistory(HISTORY, offsets, lines);
            clients.offer(LiveEvent.RESET);
        }
    }

    @Override
    public void take(ConsumerRecord<byte[], byte[]> record) {
        byte @Nullable [] value = record.value();
        synchronized (lock) {
            if (value == null || history == null) {
                return;
            }
            history.add(record.partition(), record.offset(), value);
            if (!clients.isEmpty()) {
                history.last().ifPresent(clients::offer);
            }
        }
    }

    /** The event's JSON in one line; {@code null} if the record is no alert event. */
    private static @Nullable String oneLine(byte[] value) {
        try {
            return new String(AlertEventJson.write(AlertEventJson.read(value)), StandardCharsets.UTF_8);
        } catch (MessageFormatException e) {
            return null; // counted and told by the projector
        }
    }
}
