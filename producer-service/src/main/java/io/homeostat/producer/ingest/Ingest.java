package io.homeostat.producer.ingest;

import io.homeostat.model.StreamTopics;
import io.homeostat.model.reading.Decoding;
import io.homeostat.model.reading.Reading;
import io.homeostat.model.reading.ReadingDecoder;
import io.homeostat.model.reading.Rejection;
import io.homeostat.producer.publishing.Delivery;
import io.homeostat.producer.publishing.KafkaAwayException;
import io.homeostat.producer.publishing.Publisher;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the readings of a request: checks each as the monitor and the healer will, sends the good ones as they came, and
 * answers when Kafka has them on all replicas in sync. Thread-safe.
 */
final class Ingest {

    /** The largest reading, below what Kafka takes as one record unless told otherwise (1 MiB). */
    static final int MAX_READING_BYTES = 900_000;

    private final Publisher publisher;
    private final Duration timeout;
    private final Clock clock;

    Ingest(Publisher publisher, Duration timeout, Clock clock) {
        this.publisher = publisher;
        this.timeout = timeout;
        this.clock = clock;
    }

    /**
     * Takes the readings of one body.
     *
     * @throws KafkaAwayException if Kafka did not acknowledge all that should be accepted within the time; what it did
     *     acknowledge stays
     */
    IngestAnswer take(StreamTopics stream, byte[] body, Spans spans) throws InterruptedException {
        ReadingDecoder decoder = new ReadingDecoder(stream);
        Delivery delivery = Delivery.within(timeout);
        List<IngestAnswer.Rejected> rejected = new ArrayList<>();
        int rejectedInAll = 0;
        int accepted = 0;
        for (int index = 0; index < spans.size(); index++) {
            String reason;
            if (spans.length(index) > MAX_READING_BYTES) {
                reason = "a reading must be at most %d bytes, was %d".formatted(MAX_READING_BYTES, spans.length(index));
            } else {
                byte[] json = spans.cut(body, index);
                Decoding decoding = decoder.decode(null, json, clock.millis());
                if (decoding instanceof Reading reading) {
                    send(stream, reading, json, delivery);
                    accepted++;
                    continue;
                }
                reason = ((Rejection) decoding).reason();
            }
            if (rejectedInAll++ < IngestAnswer.MOST_REJECTED) {
                rejected.add(new IngestAnswer.Rejected(index, reason));
            }
        }
        if (!delivery.await()) {
            throw away(delivery, null);
        }
        return new IngestAnswer(accepted, rejected, rejectedInAll > rejected.size() ? rejectedInAll : null);
    }

    private void send(StreamTopics stream, Reading reading, byte[] json, Delivery delivery)
            throws InterruptedException {
        if (delivery.failedCount() > 0) {
            throw away(delivery, null);
        }
        try {
            publisher.publish(stream.readings(), key(reading.sensorId()), json, delivery);
        } catch (KafkaAwayException e) {
            throw away(delivery, e);
        }
    }

    private static byte @Nullable [] key(String sensorId) {
        return sensorId.equals(Reading.DEFAULT_SENSOR_ID) ? null : sensorId.getBytes(StandardCharsets.UTF_8);
    }

    private static KafkaAwayException away(Delivery delivery, @Nullable KafkaAwayException refused) {
        Exception failure = delivery.firstFailure();
        String why = refused != null
                ? String.valueOf(refused.getMessage())
                : failure == null ? "Kafka did not answer in time" : "Kafka does not answer: " + failure.getMessage();
        long acknowledged = delivery.acknowledgedCount();
        String taken = acknowledged == 0
                ? "send the request again"
                : "send the request again; %d of its readings were taken and will then be there twice"
                        .formatted(acknowledged);
        KafkaAwayException away = new KafkaAwayException(why + "; " + taken);
        if (failure != null) {
            away.initCause(failure);
        }
        return away;
    }
}
