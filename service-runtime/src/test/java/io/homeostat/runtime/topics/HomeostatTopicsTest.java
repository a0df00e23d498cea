package io.homeostat.runtime.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.runtime.settings.HomeostatProperties;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class HomeostatTopicsTest {

    @Test
    void namesEveryTopicWithItsPartitionsAndWhatItKeeps() {
        assertThat(described(Map.of("homeostat.streams", "temperature")))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("temperature", "4 {cleanup.policy=delete}"),
                        Map.entry("temperature_adjusted", "4 {cleanup.policy=delete}"),
                        Map.entry("temperature.dlq", "4 {cleanup.policy=delete}"),
                        Map.entry("temperature.truth", "4 {cleanup.policy=delete}"),
                        Map.entry("alerts", "4 {cleanup.policy=delete, retention.ms=-1}"),
                        Map.entry("alert.commands", "4 {cleanup.policy=delete}"),
                        Map.entry("rules", "1 {cleanup.policy=compact}"),
                        Map.entry("rules.history", "1 {cleanup.policy=delete, retention.ms=-1}"),
                        Map.entry("sensors", "4 {cleanup.policy=compact}"),
                        Map.entry("incidents", "4 {cleanup.policy=delete, retention.ms=-1}"),
                        Map.entry("heartbeats", "1 {cleanup.policy=compact, segment.ms=600000}"),
                        Map.entry("canary", "4 {cleanup.policy=delete}")));
    }

    @Test
    void followsTheStreamsAndTheConfiguredPartitions() {
        assertThat(described(Map.of("homeostat.streams", "temperature,pressure", "homeostat.topics.partitions", "6")))
                .containsEntry("pressure", "6 {cleanup.policy=delete}")
                .containsEntry("pressure.dlq", "6 {cleanup.policy=delete}")
                .containsEntry("rules", "1 {cleanup.policy=compact}");
    }

    @Test
    void acknowledgesOnTwoBrokersWhereThereAreThreeCopies() {
        assertThat(described(Map.of("homeostat.topics.replication", "3")))
                .containsEntry("temperature", "4 {cleanup.policy=delete, min.insync.replicas=2}");
    }

    private static Map<String, String> described(Map<String, String> settings) {
        HomeostatProperties properties = new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("homeostat", HomeostatProperties.class);
        Map<String, String> described = new TreeMap<>();
        for (NewTopic topic : HomeostatTopics.of(properties)) {
            described.put(topic.name(), topic.numPartitions() + " " + new TreeMap<>(topic.configs()));
        }
        return described;
    }
}
