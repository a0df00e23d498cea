package io.homeostat.healer.signals;

/**
 * What became of the canaries that were sent through a target's pipeline, all partitions together. Immutable.
 *
 * @param sent whether any was sent
 * @param waitingMillis for how long the oldest that has no answer has waited; 0 if none waits
 * @param answeredMillisAgo how long ago the newest answer came, of the partition that is worst off;
 *     {@link Long#MAX_VALUE} if none ever did
 * @param tookMillis how long the newest took from its sending to its answer
 * @param heldBackMillis for how long somebody's open transaction has kept answers from being read; 0 if none does
 */
public record CanarySignals(
        boolean sent, long waitingMillis, long answeredMillisAgo, long tookMillis, long heldBackMillis) {

    /** None was sent. */
    public static final CanarySignals NONE = new CanarySignals(false, 0, Long.MAX_VALUE, 0, 0);

    /** The same, with answers that have been held back for so long. */
    public CanarySignals heldBackFor(long millis) {
        return new CanarySignals(sent, waitingMillis, answeredMillisAgo, tookMillis, millis);
    }
}
