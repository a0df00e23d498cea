package io.homeostat.monitor.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The last alert events, so that a client that was away can go on where it was. Not thread-safe.
 *
 * <p>It keeps records as they came, and makes the line of JSON of one when a client needs it: once, and in place of the
 * record. An event's id names the next offset of every partition, so that it holds across restarts and instances; it
 * follows from the events before it and is made with the line.
 */
final class FeedHistory {

    /** Makes an event's JSON. */
    interface LineMaker {

        /** The line of JSON; {@code null} if the record is no event, and is passed over. */
        @Nullable
        String line(byte[] record);
    }

    private final class Kept {
        private final int partition;
        private final long offset;
        private byte @Nullable [] record;
        private @Nullable String line;

        Kept(int partition, long offset, byte[] record) {
            this.partition = partition;
            this.offset = offset;
            this.record = record;
        }

        @Nullable
        String line() {
            if (record != null) {
                line = lines.line(record);
                record = null;
            }
            return line;
        }
    }

    private final int capacity;
    private final LineMaker lines;
    private final long[] first;
    private final long[] next;
    private final Deque<Kept> kept = new ArrayDeque<>();

    /**
     * @param capacity the most events kept
     * @param start the offset that each partition is read from
     */
    FeedHistory(int capacity, long[] start, LineMaker lines) {
        this.capacity = capacity;
        this.lines = lines;
        this.first = start.clone();
        this.next = start.clone();
    }

    void add(int partition, long offset, byte[] record) {
        next[partition] = offset + 1;
        kept.add(new Kept(partition, offset, record));
        if (kept.size() > capacity) {
            Kept oldest = kept.remove();
            first[oldest.partition] = oldest.offset + 1;
        }
    }

    /** The event that was added last; empty if that was no event. */
    Optional<LiveEvent> last() {
        Kept newest = kept.peekLast();
        String line = newest == null ? null : newest.line();
        return line == null ? Optional.empty() : Optional.of(event(next, line));
    }

    /** The newest events, oldest first. */
    List<LiveEvent> newest(int count) {
        int skipped = kept.size();
        int found = 0;
        for (Iterator<Kept> back = kept.descendingIterator(); back.hasNext() && found < count; skipped--) {
            found += back.next().line() == null ? 0 : 1;
        }
        return events(skipped, one -> true);
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
        return Optional.of(events(0, one -> one.offset >= seen[one.partition]));
    }

    private List<LiveEvent> events(int skipped, Predicate<Kept> wanted) {
        List<LiveEvent> events = new ArrayList<>();
        long[] place = first.clone();
        int index = 0;
        for (Kept one : kept) {
            place[one.partition] = one.offset + 1;
            if (index++ >= skipped && wanted.test(one)) {
                String line = one.line();
                if (line != null) {
                    events.add(event(place, line));
                }
            }
        }
        return events;
    }

    private static LiveEvent event(long[] place, String line) {
        String id = Arrays.stream(place).mapToObj(Long::toString).collect(Collectors.joining("."));
        return new LiveEvent("alert", id, line);
    }

    private static long[] parse(String id) {
        if (id.length() > 2_000 || !id.matches("\\d{1,18}(\\.\\d{1,18})*")) {
            return new long[0];
        }
        return Arrays.stream(id.split("\\.", -1)).mapToLong(Long::parseLong).toArray();
    }
}
