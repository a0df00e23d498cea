package io.homeostat.runtime.stream;

import io.homeostat.model.StreamTopics;
import io.homeostat.runtime.seeding.Seeding;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a stream's pipeline begins a life, once the broker, its topics and its rules are there. Immutable.
 *
 * @param definition what the service has to say for itself
 * @param stream the stream that it reads
 * @param environment what all pipelines of the process have in common
 * @param seeding writes the first rules, and what else must be there first
 * @param parts what the topology works with, apart from one life's catching up
 * @param onUncaught what follows when a thread dies
 */
record PipelineOpening<S>(
        PipelineDefinition<S> definition,
        StreamTopics stream,
        PipelineEnvironment environment,
        Seeding seeding,
        Function<CatchUp, PipelineParts> parts,
        StreamsUncaughtExceptionHandler onUncaught) {

    private static final Logger log = LoggerFactory.getLogger(PipelineOpening.class);

    /** A life of the pipeline: what runs, and how far it has come. */
    record Life(RunningStreams streams, PipelineProgress progress) {}

    /** Whether a topic is one of the pipeline's inputs. */
    boolean reads(String topic) {
        return topic.equals(stream.readings()) || topic.equals(PipelinePlan.doorTopic(definition.role(), stream));
    }

    /** Has the group of the pipeline let go of a thread that died; blocks for the broker's answer. */
    void letGo(Admin admin, String deadThread) throws InterruptedException, TimeoutException {
        String group = PipelinePlan.applicationId(definition.role(), stream);
        DeadMember.remove(admin, group, DeadMember.instanceOf(environment.instance(), deadThread));
    }

    /**
     * Begins a life; blocks for the broker's answers.
     *
     * @throws PartitionPlanException if the state there is was made for another number of partitions
     */
    Life begin(Admin admin) throws InterruptedException, TimeoutException, ExecutionException {
        String clusterId = admin.describeCluster().clusterId().get(4, TimeUnit.SECONDS);
        PipelineTopics topics = new PipelineTopics(admin);
        PipelinePlan plan = topics.plan(stream, definition.role(), definition.outputs(stream));
        topics.openDoor(plan);
        seeding.ensureSeeded();

        PipelineProgress progress = new PipelineProgress(plan, environment.clock());
        RunningStreams streams = RunningStreams.start(
                environment.settings(clusterId).forPlan(plan),
                topology -> StreamTopology.addTo(topology, definition, plan, parts.apply(progress)),
                onUncaught);
        log.info(
                "The pipeline of stream {} reads {} partitions as {}",
                stream.stream(),
                plan.partitions(),
                plan.applicationId());
        return new Life(streams, progress);
    }
}
