package io.homeostat.runtime.chaos;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A time that began at some moment and ends after a while, or never. Immutable. */
final class Span {

    private final long begunNanos;
    private final @Nullable Duration length;

    private Span(long begunNanos, @Nullable Duration length) {
        this.begunNanos = begunNanos;
        this.length = length;
    }

    /** From now; {@code null}: without an end. */
    static Span fromNow(@Nullable Duration length) {
        return new Span(System.nanoTime(), length);
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begunNanos);
    }

    /** What is left of it in nanoseconds, 0 when it is over. */
    long leftNanos() {
        return length == null
                ? Long.MAX_VALUE
                : Math.max(0, length.minus(elapsed()).toNanos());
    }

    boolean isOver() {
        return leftNanos() == 0;
    }
}
