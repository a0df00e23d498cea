package io.homeostat.runtime.stream;

/** The partitions of a stream's topic do not fit the state; the message says how to begin anew. */
final class PartitionPlanException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PartitionPlanException(PipelinePlan plan, int doorPartitions) {
        super(("the topic %s has %d partitions, but the pipeline's state was made with %d: a series would be judged in"
                        + " two places. To begin anew, stop every %s, delete the topics %s and %s, the"
                        + " consumer group %s and the folder state/ under homeostat.data-dir, and start again")
                .formatted(
                        plan.stream().readings(),
                        plan.partitions(),
                        doorPartitions,
                        plan.role(),
                        plan.doorTopic(),
                        plan.changelogTopic(),
                        plan.applicationId()));
    }
}
