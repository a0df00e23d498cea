package io.homeostat.healer.signals;

/**
 * What a target's heartbeats on Kafka say. Immutable.
 *
 * @param seen whether any came while this healer watched
 * @param ageMillis how long ago the newest came, by this process's monotonic clock; {@link Long#MAX_VALUE} if none
 * @param suspicion phi, as in {@link Probe}
 * @param uptimeMillis of the process, as it said
 * @param resources what it said of its resources
 */
public record HeartbeatSignals(
        boolean seen, long ageMillis, double suspicion, long uptimeMillis, ResourceSignals resources) {

    /** None came. */
    public static final HeartbeatSignals NONE =
            new HeartbeatSignals(false, Long.MAX_VALUE, 0, 0, ResourceSignals.UNKNOWN);
}
