package io.homeostat.producer.publishing;

import io.homeostat.runtime.stream.RecordHook;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ProducerFactory;

/**
 * One Kafka producer behind a bound on the records that it has under way. Thread-safe.
 *
 * <p>The Kafka client is made at the first record, again and again if need be: where the broker's host has no address
 * yet, as before its container was started, the client cannot be made at all.
 */
final class Lane implements Publisher {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final ProducerFactory<byte[], byte[]> factory;
    private final Semaphore room;
    private final BrokerContact contact;
    private final Gate gate;
    private final Clock clock;
    private final TopicGuard topics;
    private final @Nullable RecordHook hook;
    private volatile @Nullable Producer<byte[], byte[]> producer;

    Lane(
            ProducerFactory<byte[], byte[]> factory,
            int maxInFlight,
            BrokerContact contact,
            Gate gate,
            Clock clock,
            TopicGuard topics,
            @Nullable RecordHook hook) {
        this.factory = factory;
        this.room = new Semaphore(maxInFlight);
        this.contact = contact;
        this.gate = gate;
        this.clock = clock;
        this.topics = topics;
        this.hook = hook;
    }

    @Override
    public void publish(String topic, byte @Nullable [] key, byte[] value, Delivery delivery)
            throws InterruptedException {
        if (hook != null) {
            hook.beforeRecord();
        }
        gate.pass(delivery);
        awaitTopic(topic, delivery);
        Producer<byte[], byte[]> client = client(delivery);
        if (!room.tryAcquire(delivery.remainingNanos(), TimeUnit.NANOSECONDS)) {
            throw new KafkaAwayException("too many records wait for Kafka's acknowledgement already");
        }
        delivery.sent();
        contact.sent(clock.instant());
        try {
            var unused = client.send(
                    new ProducerRecord<>(topic, key, value), (metadata, failure) -> settle(delivery, failure));
        } catch (InterruptException e) {
            settle(delivery, e);
            Thread.interrupted();
            InterruptedException interrupted = new InterruptedException("interrupted while Kafka had no room");
            interrupted.initCause(e);
            throw interrupted;
        } catch (KafkaException | IllegalStateException e) {
            settle(delivery, e);
        }
    }

    private void settle(Delivery delivery, @Nullable Exception failure) {
        room.release();
        if (failure == null) {
            contact.acknowledged(clock.instant());
            delivery.acknowledged();
        } else {
            contact.failed();
            delivery.failed(failure);
        }
    }

    private void awaitTopic(String topic, Delivery delivery) throws InterruptedException {
        while (!topics.isThere(topic)) {
            if (delivery.isBounded()) {
                throw new KafkaAwayException("Kafka does not answer, or has no topic " + topic + " yet");
            }
            pause();
        }
    }

    private static void pause() throws InterruptedException {
        LockSupport.parkNanos(RETRY.toNanos());
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while Kafka was away");
        }
    }

    private Producer<byte[], byte[]> client(Delivery delivery) throws InterruptedException {
        while (true) {
            Producer<byte[], byte[]> client = producer;
            if (client != null) {
                return client;
            }
            try {
                return make();
            } catch (KafkaException e) {
                contact.probed(false);
                if (delivery.isBounded()) {
                    throw new KafkaAwayException("Kafka's address cannot be reached: " + rootMessage(e), e);
                }
                pause();
            }
        }
    }

    private synchronized Producer<byte[], byte[]> make() {
        Producer<byte[], byte[]> client = producer;
        if (client == null) {
            client = factory.createProducer();
            producer = client;
        }
        return client;
    }

    private static @Nullable String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }

    /** Ends the Kafka client, giving what is under way a moment; the next record makes another. */
    synchronized void close() {
        if (producer != null) {
            producer = null;
            factory.reset();
        }
    }

    boolean isOpen() {
        return producer != null;
    }
}
