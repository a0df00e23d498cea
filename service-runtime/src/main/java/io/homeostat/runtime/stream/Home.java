package io.homeostat.runtime.stream;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/** Where series are at home: the partition of the sensor id by Java's default partitioner. */
final class Home {

    private Home() {}

    /** The home of a sensor's series on a topic with so many partitions. */
    static int of(String sensorId, int partitions) {
        return BuiltInPartitioner.partitionForKey(sensorId.getBytes(StandardCharsets.UTF_8), partitions);
    }
}
