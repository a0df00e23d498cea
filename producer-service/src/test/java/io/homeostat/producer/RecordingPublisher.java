package io.homeostat.producer;

import io.homeostat.producer.publishing.Delivery;
import io.homeostat.producer.publishing.Publisher;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what is published, and acknowledges it at once. */
public final class RecordingPublisher implements Publisher {

    /** What was published. */
    public record Published(String topic, @Nullable String key, String value) {}

    private final List<Published> published = new ArrayList<>();

    @Override
    public synchronized void publish(String topic, byte @Nullable [] key, byte[] value, Delivery delivery) {
        published.add(new Published(
                topic,
                key == null ? null : new String(key, StandardCharsets.UTF_8),
                new String(value, StandardCharsets.UTF_8)));
        delivery.sent();
        delivery.acknowledged();
    }

    public synchronized List<Published> on(String topic) {
        return published.stream().filter(record -> record.topic().equals(topic)).toList();
    }
}
