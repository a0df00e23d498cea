package io.homeostat.runtime.topics;

import io.homeostat.model.StreamTopics;
import io.homeostat.model.Topics;
import io.homeostat.runtime.settings.HomeostatProperties;
import io.homeostat.runtime.settings.HomeostatProperties.TopicDefaults;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** Every topic of Homeostat, as it is created where it is not there yet. */
final class HomeostatTopics {

    private static final Map<String, String> DELETE =
            Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
    private static final Map<String, String> KEPT_FOR_EVER = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.RETENTION_MS_CONFIG,
            "-1");
    private static final Map<String, String> COMPACT =
            Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);

    /** A record a second from each service would be read for long at start: only closed segments are compacted. */
    private static final Map<String, String> COMPACT_SOON = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_COMPACT,
            TopicConfig.SEGMENT_MS_CONFIG,
            "600000");

    private HomeostatTopics() {}

    static List<NewTopic> of(HomeostatProperties properties) {
        TopicDefaults defaults = properties.topics();
        List<NewTopic> topics = new ArrayList<>();
        for (StreamTopics stream : properties.streamTopics()) {
            for (String name : List.of(stream.readings(), stream.adjusted(), stream.deadLetters(), stream.truth())) {
                topics.add(topic(name, defaults.partitions(), defaults, DELETE));
            }
        }
        topics.add(topic(Topics.ALERTS, defaults.partitions(), defaults, KEPT_FOR_EVER));
        topics.add(topic(Topics.ALERT_COMMANDS, defaults.partitions(), defaults, DELETE));
        topics.add(topic(Topics.RULES, 1, defaults, COMPACT));
        topics.add(topic(Topics.RULES_HISTORY, 1, defaults, KEPT_FOR_EVER));
        topics.add(topic(Topics.SENSORS, defaults.partitions(), defaults, COMPACT));
        topics.add(topic(Topics.INCIDENTS, defaults.partitions(), defaults, KEPT_FOR_EVER));
        topics.add(topic(Topics.HEARTBEATS, 1, defaults, COMPACT_SOON));
        topics.add(topic(Topics.CANARY, defaults.partitions(), defaults, DELETE));
        return topics;
    }

    private static NewTopic topic(String name, int partitions, TopicDefaults defaults, Map<String, String> configs) {
        Map<String, String> all = new HashMap<>(configs);
        if (defaults.replication() >= 3) {
            // else an acknowledged reading could still be on one broker alone, and be lost with it
            all.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
        }
        return new NewTopic(name, partitions, defaults.replication()).configs(all);
    }
}
