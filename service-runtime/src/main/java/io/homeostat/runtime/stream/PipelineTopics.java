package io.homeostat.runtime.stream;

import io.homeostat.model.StreamTopics;
import io.homeostat.model.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * A pipeline's topics as the broker has them. Each call blocks for the broker's answers, four seconds for each at most.
 */
final class PipelineTopics {

    private static final DescribeTopicsOptions PROMPTLY = new DescribeTopicsOptions().timeoutMs(3_000);
    private static final long ANSWER_SECONDS = 4;

    private final Admin admin;

    PipelineTopics(Admin admin) {
        this.admin = admin;
    }

    /**
     * Plans a pipeline by the partitions that its stream's topic has.
     *
     * @throws ExecutionException if one of the topics that it needs is not there, too
     */
    PipelinePlan plan(StreamTopics stream, String role, List<String> outputs)
            throws InterruptedException, TimeoutException, ExecutionException {
        List<String> needed = new ArrayList<>(outputs);
        needed.addAll(List.of(stream.readings(), Topics.CANARY, Topics.RULES, Topics.RULES_HISTORY, Topics.SENSORS));
        return new PipelinePlan(stream, role, partitions(needed).getOrDefault(stream.readings(), 0), outputs);
    }

    /**
     * Makes the door if it is not there.
     *
     * @throws PartitionPlanException if it is there with another number of partitions than planned
     */
    void openDoor(PipelinePlan plan) throws InterruptedException, TimeoutException, ExecutionException {
        NewTopic door = new NewTopic(plan.doorTopic(), plan.partitions(), (short) -1)
                .configs(Map.of(
                        // what came in and was judged is deleted by the pipeline, what was not must stay
                        TopicConfig.RETENTION_MS_CONFIG,
                        "-1",
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE));
        try {
            admin.createTopics(List.of(door)).all().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
        int there = partitions(List.of(plan.doorTopic())).getOrDefault(plan.doorTopic(), 0);
        if (there != plan.partitions()) {
            throw new PartitionPlanException(plan, there);
        }
    }

    private Map<String, Integer> partitions(List<String> topics)
            throws InterruptedException, TimeoutException, ExecutionException {
        Map<String, TopicDescription> there =
                admin.describeTopics(topics, PROMPTLY).allTopicNames().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        return there.values().stream()
                .collect(Collectors.toMap(
                        TopicDescription::name, topic -> topic.partitions().size()));
    }
}
