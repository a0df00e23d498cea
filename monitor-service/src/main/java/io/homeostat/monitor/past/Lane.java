package io.homeostat.monitor.past;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** One partition on the way through a topic's past, and what was read of it and is not handed on yet. Not thread-safe. */
final class Lane {

    private static final int ROOM = 4_000;

    final TopicPartition partition;
    private final long start;
    private long stop;
    private long position;
    private final Deque<PastReading> waiting = new ArrayDeque<>();

    /**
     * A lane of which nothing was read.
     *
     * @param start the first offset
     * @param stop the offset behind the last
     */
    Lane(TopicPartition partition, long start, long stop) {
        this.partition = partition;
        this.start = start;
        this.position = start;
        this.stop = Math.max(start, stop);
    }

    /** Whether all was read of it. */
    boolean isRead() {
        return position >= stop;
    }

    /** Whether so much waits that no more is read of it now. */
    boolean isFull() {
        return waiting.size() >= ROOM;
    }

    boolean isBefore(long offset) {
        return offset < stop;
    }

    void readTo(long nextOffset) {
        position = nextOffset;
    }

    /** Moves the end; answers where reading goes on. */
    long goOnTo(long newStop) {
        position = Math.min(position, stop);
        stop = Math.max(stop, newStop);
        return position;
    }

    void add(PastReading reading) {
        waiting.add(reading);
    }

    @Nullable
    PastReading first() {
        return waiting.peek();
    }

    PastReading removeFirst() {
        return waiting.remove();
    }

    long length() {
        return stop - start;
    }

    long read() {
        return Math.min(position, stop) - start;
    }
}
