package io.homeostat.runtime.stream;

/** Where a pipeline is in its life. */
public enum PipelineState {
    /** It waits for the broker, its topics, or its rules. */
    STARTING,
    /** It takes its part of the partitions, or restores their state. */
    REBALANCING,
    /** It judges readings. */
    RUNNING,
    /** A person, or the healer, has paused it. */
    PAUSED,
    /** It will not run as things are; the reason says how to begin anew. */
    REFUSED,
    /** It has died. */
    FAILED,
    /** It was stopped. */
    STOPPED
}
