package io.homeostat.runtime.watchdog;

import io.homeostat.runtime.stream.PartitionProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Measures how long one pipeline has stood still in a way that a new process can mend. Not thread-safe; its time is a
 * monotonic clock's, since a clock that is set must end nothing.
 *
 * <p>The time runs only while Kafka answers and the pipeline is running, or has failed. Whatever else is seen sets it back
 * to none: a broker that is away, a person's pause, the restoring of state, or that this process itself did not run (a
 * stopped or sleeping machine wakes up with old figures, and gets all of the time again). It begins after a grace, in
 * which what has just been started finds its place.
 */
final class StallClock {

    /** How long after its beginning a running pipeline is left alone. */
    static final Duration GRACE = Duration.ofSeconds(10);

    /** Without an answer for so long, Kafka does not answer. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    /** A watchdog that did not look for so long was not running itself. */
    private static final Duration SLEEP = Duration.ofSeconds(5);

    private final long boundNanos;
    private final Map<Place, Standing> standing = new HashMap<>();
    private @Nullable Instant lastAnswer;
    private long answeredNanos;
    private long lookedNanos;
    private long runningSinceNanos;
    private @Nullable Long failedSinceNanos;

    /** A partition. */
    private record Place(String topic, int partition) {}

    /** A position and since when it has been that. */
    private record Standing(long position, long sinceNanos) {}

    StallClock(Duration bound, long nowNanos) {
        this.boundNanos = bound.toNanos();
        this.lookedNanos = nowNanos;
        this.answeredNanos = nowNanos;
        this.runningSinceNanos = nowNanos;
    }

    /** Takes a look into account; the sentence that says what stands still, if it has for the bound. */
    Optional<String> look(PipelineLook look, long nowNanos) {
        boolean slept = nowNanos - lookedNanos > SLEEP.toNanos();
        lookedNanos = nowNanos;
        boolean answered = !look.lastAnswer().equals(lastAnswer);
        if (answered) {
            lastAnswer = look.lastAnswer();
            answeredNanos = nowNanos;
        }
        if (slept || nowNanos - answeredNanos > SILENCE.toNanos()) {
            begin(nowNanos);
            return Optional.empty();
        }
        if (!answered) {
            return Optional.empty(); // what it shows is what was known before
        }
        return switch (look.state()) {
            case RUNNING -> running(look, nowNanos);
            case FAILED -> failed(look.reason(), nowNanos);
            case STARTING, REBALANCING, PAUSED, REFUSED, STOPPED -> {
                begin(nowNanos);
                yield Optional.empty();
            }
        };
    }

    private void begin(long nowNanos) {
        standing.clear();
        runningSinceNanos = nowNanos;
        failedSinceNanos = null;
    }

    private Optional<String> running(PipelineLook look, long nowNanos) {
        failedSinceNanos = null;
        if (nowNanos - runningSinceNanos < GRACE.toNanos()) {
            return Optional.empty();
        }
        Map<Place, Standing> before = new HashMap<>(standing);
        standing.clear();
        Optional<String> stall = Optional.empty();
        for (PartitionProgress one : look.partitions()) {
            if (one.lag() > 0) {
                Place place = new Place(one.topic(), one.partition());
                Standing known = before.get(place);
                Standing now = known != null && known.position() == one.position()
                        ? known
                        : new Standing(one.position(), nowNanos);
                standing.put(place, now);
                if (nowNanos - now.sinceNanos() >= boundNanos) {
                    stall = Optional.of(
                            "stands still at %s-%d, offset %d, with %d records behind it, although Kafka answers"
                                    .formatted(one.topic(), one.partition(), one.position(), one.lag()));
                }
            }
        }
        return stall;
    }

    private Optional<String> failed(String reason, long nowNanos) {
        standing.clear();
        runningSinceNanos = nowNanos;
        if (failedSinceNanos == null) {
            failedSinceNanos = nowNanos;
        }
        return nowNanos - failedSinceNanos >= boundNanos
                ? Optional.of("has failed, and nobody has started it again: " + reason)
                : Optional.empty();
    }
}
