package io.homeostat.healer.watching;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** Notices when this process itself did not run: stopped, starved, or in a long collection. Thread-safe. */
final class OwnPauses extends Watcher {

    private static final long BEAT_MILLIS = 100;
    private static final long LATELY_MILLIS = 10_000;

    /** A pause of this process. */
    private record Pause(long endMillis, long lengthMillis) {}

    private final LongSupplier millis;
    private final Deque<Pause> pauses = new ArrayDeque<>();
    private long lastMillis = Long.MIN_VALUE;

    OwnPauses(LongSupplier millis) {
        super("own-pauses", Duration.ofMillis(BEAT_MILLIS));
        this.millis = millis;
    }

    @Override
    protected synchronized void look() {
        long now = millis.getAsLong();
        if (lastMillis != Long.MIN_VALUE && now - lastMillis > 3 * BEAT_MILLIS) {
            pauses.addLast(new Pause(now, now - lastMillis));
        }
        lastMillis = now;
        while (!pauses.isEmpty() && now - pauses.getFirst().endMillis() > LATELY_MILLIS) {
            pauses.removeFirst();
        }
    }

    /** The longest pause that ended within the last ten seconds, or that goes on; 0 if there was none. */
    synchronized long longestLately() {
        long now = millis.getAsLong();
        long present = lastMillis == Long.MIN_VALUE ? 0 : now - lastMillis;
        long longest = present > 3 * BEAT_MILLIS ? present : 0;
        for (Pause pause : pauses) {
            longest = Math.max(longest, pause.lengthMillis());
        }
        return longest;
    }
}
