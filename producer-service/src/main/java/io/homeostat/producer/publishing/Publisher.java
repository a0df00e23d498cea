package io.homeostat.producer.publishing;

import org.jspecify.annotations.Nullable;

/** Where simulation, replay and ingest hand over what they have for Kafka. Thread-safe. */
public interface Publisher {

    /**
     * Hands one record over, waiting while too much is under way already.
     *
     * @param topic the topic
     * @param key the record's key; {@code null}: none, any partition
     * @param value the record's value
     * @param delivery learns what became of the record, and says how long this call may wait
     * @throws KafkaAwayException if the record could not be handed over within the delivery's time; it was not sent then
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    void publish(String topic, byte @Nullable [] key, byte[] value, Delivery delivery) throws InterruptedException;
}
