package io.homeostat.runtime.tail;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What is done with the records of a topic's tail. Called by the thread of its {@link TopicTail} only. */
public interface TailFollower {

    /**
     * The tail begins, for the first time or anew after a failure.
     *
     * @param starts every partition with the offset from which on its records come
     */
    default void begin(Map<TopicPartition, Long> starts) {}

    /** Takes a committed record, in the order of its partition. What it throws lets the tail begin anew. */
    void take(ConsumerRecord<byte[], byte[]> record);
}
