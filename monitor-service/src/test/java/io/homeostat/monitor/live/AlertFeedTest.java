package io.homeostat.monitor.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.model.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertFeedTest {

    private final LiveClients clients = new LiveClients(new LiveProperties(10, 10));
    private final List<String> read = new CopyOnWriteArrayList<>();
    private final AlertFeed feed = new AlertFeed(clients, record -> {
        String text = new String(record, StandardCharsets.UTF_8);
        read.add(text);
        return text;
    });

    @BeforeEach
    void begin() {
        feed.begin(Map.of(new TopicPartition(Topics.ALERTS, 0), 0L, new TopicPartition(Topics.ALERTS, 1), 0L));
    }

    @AfterEach
    void end() {
        clients.stop();
    }

    @Test
    void readsNoEventWhileNobodyListens() {
        take(0, 0, "first");
        take(1, 0, "second");

        assertThat(read).isEmpty();
    }

    @Test
    void readsWhatANewClientGetsAndThenWhatComes() {
        take(0, 0, "before");
        feed.join(new LiveClient("here"), null);
        assertThat(read).containsExactly("before");

        take(1, 0, "after");

        assertThat(read).containsExactly("before", "after");
    }

    private void take(int partition, long offset, String text) {
        feed.take(new ConsumerRecord<>(
                Topics.ALERTS, partition, offset, new byte[0], text.getBytes(StandardCharsets.UTF_8)));
    }
}
