package io.homeostat.benchmarks.throughput;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;

/** What the broker knows of a job: how far its group has committed, and how much lies in its changelogs. */
final class KafkaView implements AutoCloseable {

    static final int PARTITIONS = 4;

    private final Admin admin;

    KafkaView(String bootstrapServers) {
        admin = Admin.create(Map.of(
                "bootstrap.servers", bootstrapServers,
                "request.timeout.ms", 10_000,
                "default.api.timeout.ms", 20_000));
    }

    void create(Collection<NewTopic> topics) {
        get(admin.createTopics(topics).all());
    }

    /** The offset behind the last reading of each partition. */
    Map<TopicPartition, Long> ends(String topic) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        IntStream.range(0, PARTITIONS)
                .forEach(partition -> latest.put(new TopicPartition(topic, partition), OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        get(admin.listOffsets(latest).all()).forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /** How many records before the given ends a group has committed. */
    long committed(String group, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, OffsetAndMetadata> offsets;
        try {
            offsets = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            // The group is not there yet.
            return 0;
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException("the broker must say how far " + group + " is", e);
        }
        long sum = 0;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            OffsetAndMetadata offset = offsets.get(end.getKey());
            sum += offset == null ? 0 : Math.min(offset.offset(), end.getValue());
        }
        return sum;
    }

    /** The bytes in the changelogs of an application. */
    long changelogBytes(String application) {
        Collection<Node> nodes = get(admin.describeCluster().nodes());
        List<Integer> ids = nodes.stream().map(Node::id).toList();
        long bytes = 0;
        for (Map<String, LogDirDescription> folders :
                get(admin.describeLogDirs(ids).allDescriptions()).values()) {
            for (LogDirDescription folder : folders.values()) {
                bytes += folder.replicaInfos().entrySet().stream()
                        .filter(replica -> replica.getKey().topic().startsWith(application + "-")
                                && replica.getKey().topic().endsWith("-changelog"))
                        .mapToLong(replica -> replica.getValue().size())
                        .sum();
            }
        }
        return bytes;
    }

    @Override
    public void close() {
        admin.close();
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker must answer within 30 s", e);
        }
    }
}
