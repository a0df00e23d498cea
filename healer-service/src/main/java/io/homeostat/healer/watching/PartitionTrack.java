package io.homeostat.healer.watching;

import io.homeostat.healer.signals.PartitionSignal;
import java.util.ArrayDeque;
import java.util.Deque;

/** How one partition moved over the last ten seconds. Pure; not thread-safe. */
final class PartitionTrack {

    private static final long WINDOW_MILLIS = 10_000;

    /** What was written in so long is more than a reader that keeps up ever has before it. */
    private static final double WELL_BEHIND_SECONDS = 2;

    /** What the broker said at one moment. */
    private record Look(long atMillis, long position, long stableEnd, long end) {}

    private final String topic;
    private final int partition;
    private final Deque<Look> looks = new ArrayDeque<>();
    private final PhiAccrual rhythm = new PhiAccrual();
    private long movedMillis = Long.MIN_VALUE;
    private long movedBehindMillis = Long.MIN_VALUE;
    private long stillSinceMillis = Long.MIN_VALUE;
    private long heldSinceMillis = Long.MIN_VALUE;
    private long writtenMillis = Long.MIN_VALUE;

    PartitionTrack(String topic, int partition) {
        this.topic = topic;
        this.partition = partition;
    }

    void note(long nowMillis, long position, long stableEnd, long end) {
        Look before = looks.peekLast();
        boolean moved = before != null && before.position() != position;
        if (moved) {
            movedMillis = nowMillis;
            if (looks.size() > 1 && stableEnd - position > writtenPerSecond() * WELL_BEHIND_SECONDS) {
                movedBehindMillis = nowMillis;
            }
            rhythm.heard(nowMillis);
        } else if (position >= stableEnd) {
            rhythm.rested(nowMillis);
        }
        if (moved || position >= stableEnd) {
            stillSinceMillis = Long.MIN_VALUE;
        } else if (stillSinceMillis == Long.MIN_VALUE) {
            stillSinceMillis = nowMillis;
        }
        if (end <= stableEnd || before == null || before.stableEnd() != stableEnd) {
            heldSinceMillis = end > stableEnd ? nowMillis : Long.MIN_VALUE;
        } else if (heldSinceMillis == Long.MIN_VALUE) {
            heldSinceMillis = nowMillis;
        }
        if (before == null || before.end() != end) {
            writtenMillis = nowMillis;
        }
        looks.addLast(new Look(nowMillis, position, stableEnd, end));
        while (nowMillis - looks.getFirst().atMillis() > WINDOW_MILLIS) {
            looks.removeFirst();
        }
    }

    private double writtenPerSecond() {
        Look first = looks.getFirst();
        Look last = looks.getLast();
        return Math.max(0, last.stableEnd() - first.stableEnd())
                * 1_000.0
                / Math.max(1, last.atMillis() - first.atMillis());
    }

    /** For how long nothing was written to it. */
    long notWrittenMillis(long nowMillis) {
        return writtenMillis == Long.MIN_VALUE ? 0 : nowMillis - writtenMillis;
    }

    /** As of the last look: while the broker does not answer, nothing is known to stand still. */
    PartitionSignal view(long nowMillis) {
        Look first = looks.getFirst();
        Look last = looks.getLast();
        double seconds = Math.max(1, last.atMillis() - first.atMillis()) / 1_000.0;
        return new PartitionSignal(
                topic,
                partition,
                last.position(),
                last.stableEnd(),
                last.end(),
                stillSinceMillis == Long.MIN_VALUE ? 0 : last.atMillis() - stillSinceMillis,
                movedMillis == Long.MIN_VALUE ? Long.MAX_VALUE : nowMillis - movedMillis,
                movedBehindMillis == Long.MIN_VALUE ? Long.MAX_VALUE : nowMillis - movedBehindMillis,
                heldSinceMillis == Long.MIN_VALUE ? 0 : last.atMillis() - heldSinceMillis,
                Math.max(0, last.position() - first.position()) / seconds,
                writtenPerSecond(),
                stillSinceMillis == Long.MIN_VALUE ? 0 : rhythm.phi(last.atMillis()));
    }
}
