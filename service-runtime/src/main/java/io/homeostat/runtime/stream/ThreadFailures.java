package io.homeostat.runtime.stream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The deaths of a pipeline's stream threads in the last five minutes. Thread-safe. */
final class ThreadFailures {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int LONGEST_ERROR = 300;

    private final InstantSource clock;
    private final Deque<Instant> deaths = new ArrayDeque<>();
    private @Nullable ThreadFailure last;

    ThreadFailures(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void note(Throwable failure) {
        Instant now = clock.instant();
        deaths.add(now);
        RecordFailedException place = place(failure);
        last = place == null
                ? new ThreadFailure(now, line(failure), null, null, null, 0)
                : new ThreadFailure(
                        now,
                        line(place.getCause()),
                        place.topic(),
                        place.partition(),
                        place.offset(),
                        1 + timesBefore(place));
    }

    synchronized int lately() {
        Instant horizon = clock.instant().minus(REMEMBERED);
        while (!deaths.isEmpty() && deaths.peek().isBefore(horizon)) {
            deaths.poll();
        }
        return deaths.size();
    }

    /** The newest; {@code null} if none of the last five minutes. */
    synchronized @Nullable ThreadFailure last() {
        return lately() == 0 ? null : last;
    }

    private int timesBefore(RecordFailedException place) {
        ThreadFailure before = last;
        return before != null
                        && place.topic().equals(before.topic())
                        && Objects.equals(place.partition(), before.partition())
                        && Objects.equals(place.offset(), before.offset())
                ? before.timesThere()
                : 0;
    }

    private static @Nullable RecordFailedException place(Throwable failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof RecordFailedException place) {
                return place;
            }
        }
        return null;
    }

    private static String line(@Nullable Throwable failure) {
        String text = String.valueOf(failure).replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ");
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR) + "…";
    }
}
