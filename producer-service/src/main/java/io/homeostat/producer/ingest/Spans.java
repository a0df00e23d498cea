package io.homeostat.producer.ingest;

import java.util.Arrays;

/** Where the readings of a body lie in its bytes: begin and end of each. Not thread-safe; 8 bytes a reading. */
final class Spans {

    private int[] bounds = new int[64];
    private int size;

    void add(int begin, int end) {
        if (2 * size == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        bounds[2 * size] = begin;
        bounds[2 * size + 1] = end;
        size++;
    }

    int size() {
        return size;
    }

    int length(int index) {
        return bounds[2 * index + 1] - bounds[2 * index];
    }

    /** A copy of one reading's bytes. */
    byte[] cut(byte[] body, int index) {
        return Arrays.copyOfRange(body, bounds[2 * index], bounds[2 * index + 1]);
    }
}
