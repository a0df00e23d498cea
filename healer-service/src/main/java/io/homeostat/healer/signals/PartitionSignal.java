package io.homeostat.healer.signals;

/**
 * How far a pipeline is on one partition, as the broker has it and not as the pipeline says. Immutable.
 *
 * @param topic the topic
 * @param partition the partition
 * @param position the committed offset
 * @param stableEnd the last stable offset: up to there a {@code read_committed} reader can read
 * @param end the end with what is not committed yet
 * @param stillMillis for how long the position has stood still while there was something to read before the stable end; 0
 *     if it moves or has nothing to do
 * @param movedMillisAgo how long ago the position was last seen to move; {@link Long#MAX_VALUE} if never
 * @param movedBehindMillisAgo how long ago it was last seen to move and to be well behind all the same: slow then, and not
 *     stopped; {@link Long#MAX_VALUE} if never
 * @param heldBackMillis for how long the stable end has stood still while the end lay beyond it; 0 if it does not
 * @param readPerSecond how many records the position moved a second over the last ten seconds
 * @param writtenPerSecond how many records the stable end moved a second over the last ten seconds
 * @param suspicion phi of its standing still, as in {@link Probe}: how unusual that is by how it moved before
 */
public record PartitionSignal(
        String topic,
        int partition,
        long position,
        long stableEnd,
        long end,
        long stillMillis,
        long movedMillisAgo,
        long movedBehindMillisAgo,
        long heldBackMillis,
        double readPerSecond,
        double writtenPerSecond,
        double suspicion) {

    /** How many records can be read and were not. */
    public long lag() {
        return Math.max(0, stableEnd - position);
    }
}
