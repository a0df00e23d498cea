package io.homeostat.runtime.stream;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/**
 * Where series are at home: the partition of the sensor's group if it has one, else of its id, by Java's default
 * partitioner.
 */
final class Home {

    private Home() {}

    /**
     * The home of a sensor's series on a topic with so many partitions.
     *
     * @param homeKey the sensor's group, or its id
     */
    static int of(String homeKey, int partitions) {
        return BuiltInPartitioner.partitionForKey(homeKey.getBytes(StandardCharsets.UTF_8), partitions);
    }
}
