package io.homeostat.monitor.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The last alert events, so that a client that was away can go on where it was. Not thread-safe.
 *
 * <p>An event's id names the next offset of every partition, so that it holds across restarts and instances.
 */
final class FeedHistory {

    private record Kept(int partition, long offset, LiveEvent event) {}

    private final int capacity;
    private final long[] first;
    private final long[] next;
    private final Deque<Kept> kept = new ArrayDeque<>();

    /**
     * @param capacity the most events kept
     * @param start the offset that each partition is read from
     */
    FeedHistory(int capacity, long[] start) {
        this.capacity = capacity;
        this.first = start.clone();
        this.next = start.clone();
    }

    LiveEvent add(int partition, long offset, String json) {
        next[partition] = offset + 1;
        LiveEvent event = new LiveEvent("alert", place(), json);
        kept.add(new Kept(partition, offset, event));
        if (kept.size() > capacity) {
            Kept oldest = kept.remove();
            first[oldest.partition] = oldest.offset + 1;
        }
        return event;
    }

    /** The newest events, oldest first. */
    List<LiveEvent> newest(int count) {
        return kept.stream()
                .skip(Math.max(0, kept.size() - count))
                .map(Kept::event)
                .toList();
    }

    /** What came after an event; empty if that cannot be told for certain. */
    Optional<List<LiveEvent>> after(String id) {
        long[] seen = parse(id);
        if (seen.length != next.length) {
            return Optional.empty();
        }
        for (int partition = 0; partition < seen.length; partition++) {
            if (seen[partition] < first[partition] || seen[partition] > next[partition]) {
                return Optional.empty();
            }
        }
        List<LiveEvent> missed = new ArrayList<>();
        for (Kept one : kept) {
            if (one.offset >= seen[one.partition]) {
                missed.add(one.event);
            }
        }
        return Optional.of(missed);
    }

    private String place() {
        return Arrays.stream(next).mapToObj(Long::toString).collect(Collectors.joining("."));
    }

    private static long[] parse(String id) {
        if (id.length() > 2_000 || !id.matches("\\d{1,18}(\\.\\d{1,18})*")) {
            return new long[0];
        }
        return Arrays.stream(id.split("\\.", -1)).mapToLong(Long::parseLong).toArray();
    }
}
