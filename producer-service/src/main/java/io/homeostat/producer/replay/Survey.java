package io.homeostat.producer.replay;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is in a recording, found by one pass over it. Immutable.
 *
 * @param readings how many readings there are
 * @param badLines how many lines cannot be read
 * @param firstBadLines the first {@value #SHOWN} of these
 * @param firstMillis the earliest time in it, in milliseconds since the epoch; 0 if there is no reading
 * @param lastMillis the latest
 */
record Survey(long readings, long badLines, List<Row.BadLine> firstBadLines, long firstMillis, long lastMillis) {

    private static final int SHOWN = 20;

    Survey {
        firstBadLines = List.copyOf(firstBadLines);
    }

    static Survey of(Recording recording) {
        long readings = 0;
        long badLines = 0;
        long first = Long.MAX_VALUE;
        long last = 0;
        List<Row.BadLine> firstBadLines = new ArrayList<>();
        for (@Nullable Row row = recording.next(); row != null; row = recording.next()) {
            if (row instanceof Row.TimedValue reading) {
                readings++;
                first = Math.min(first, reading.timeMillis());
                last = Math.max(last, reading.timeMillis());
            } else if (row instanceof Row.BadLine bad) {
                badLines++;
                if (firstBadLines.size() < SHOWN) {
                    firstBadLines.add(bad);
                }
            }
        }
        return new Survey(readings, badLines, firstBadLines, readings == 0 ? 0 : first, last);
    }

    long spanMillis() {
        return lastMillis - firstMillis;
    }
}
