package io.homeostat.monitor.live;

import io.homeostat.model.MessageFormatException;
import io.homeostat.model.incident.IncidentEvent;
import io.homeostat.runtime.tail.TailFollower;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Hands incidents' events to the live clients, and keeps the newest, so that pages show them while the database is away.
 * A client may get an event twice: its number says so. Thread-safe.
 */
class IncidentFeed implements TailFollower {

    /** So many events are kept, and read of each partition at the start. */
    static final int KEPT = 300;

    private final LiveClients clients;
    private final Deque<LiveEvent> newest = new ArrayDeque<>();

    IncidentFeed(LiveClients clients) {
        this.clients = clients;
    }

    /** Hands a client that has joined what came before. */
    void greet(LiveClient client) {
        client.offerAll(kept());
    }

    @Override
    public void begin(Map<TopicPartition, Long> starts) {
        synchronized (newest) {
            newest.clear();
        }
    }

    @Override
    public void take(ConsumerRecord<byte[], byte[]> record) {
        byte @Nullable [] value = record.value();
        if (value == null) {
            return;
        }
        try {
            String line = new String(IncidentEvent.read(value).json(), StandardCharsets.UTF_8);
            LiveEvent event = new LiveEvent("incident", null, line);
            synchronized (newest) {
                newest.add(event);
                if (newest.size() > KEPT) {
                    newest.remove();
                }
            }
            clients.offer(event);
        } catch (MessageFormatException e) {
            // counted and told by the projector
        }
    }

    List<LiveEvent> kept() {
        synchronized (newest) {
            return List.copyOf(newest);
        }
    }
}
