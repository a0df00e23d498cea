package io.homeostat.healer.signals;

import java.util.List;

/**
 * Everything that is seen of one target at one moment. Immutable.
 *
 * @param name of the target: {@code producer}, {@code monitor}, {@code healer}, {@code broker}, {@code database}, or as
 *     configured
 * @param role what it is
 * @param dependsOn the names of the targets without which it cannot work
 * @param seen whether it was well once since this healer began to watch it
 * @param watchedMillis for how long it has been watched
 * @param upMillis for how long it has been well without a break; 0 if it is not
 * @param inMaintenance whether a person works on it
 * @param liveness whether its process is well; of a broker or a database: whether it answers
 * @param readiness whether it does its work
 * @param pipeline its stream processing
 * @param canary what became of its canaries
 * @param heartbeat what its heartbeats say
 * @param process what the supervisor says
 * @param changedMillisAgo how long ago its rules or its configuration last changed; {@link Long#MAX_VALUE} if never
 */
public record TargetSignals(
        String name,
        Role role,
        List<String> dependsOn,
        boolean seen,
        long watchedMillis,
        long upMillis,
        boolean inMaintenance,
        Probe liveness,
        Probe readiness,
        PipelineSignals pipeline,
        CanarySignals canary,
        HeartbeatSignals heartbeat,
        ProcessSignals process,
        long changedMillisAgo) {

    public TargetSignals {
        dependsOn = List.copyOf(dependsOn);
    }
}
