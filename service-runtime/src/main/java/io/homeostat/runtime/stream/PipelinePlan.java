package io.homeostat.runtime.stream;

import io.homeostat.model.StreamTopics;
import java.util.List;

/**
 * The names and numbers of one stream's pipeline in one service. Immutable.
 *
 * @param stream the stream
 * @param role the service's part in the flow
 * @param partitions how many partitions the stream's topic has, and so the door
 * @param outputs the topics that it writes beside the door
 */
public record PipelinePlan(StreamTopics stream, String role, int partitions, List<String> outputs) {

    public PipelinePlan {
        outputs = List.copyOf(outputs);
    }

    /** The name of the Kafka Streams application and of its consumer group. */
    public String applicationId() {
        return applicationId(role, stream);
    }

    /** The topic by which readings from other partitions, and whatever else is not a reading, come home. */
    public String doorTopic() {
        return doorTopic(role, stream);
    }

    String storeName() {
        return SeriesStore.NAME;
    }

    /** The topic that Kafka Streams keeps the series' state in. */
    String changelogTopic() {
        return applicationId() + "-" + storeName() + "-changelog";
    }

    /** The same, of any pipeline. */
    public static String applicationId(String role, StreamTopics stream) {
        return "homeostat-" + role + "-" + stream.stream();
    }

    /** The same, of any pipeline. */
    public static String doorTopic(String role, StreamTopics stream) {
        return applicationId(role, stream) + "-door";
    }
}
