package io.homeostat.producer.answering;

import java.util.List;

/**
 * A part of a list. Immutable.
 *
 * @param items the part
 * @param page which part, from 0
 * @param size how many items a part has, 1 to 500
 * @param total how many items there are in all
 */
public record Page<T>(List<T> items, int page, int size, long total) {

    private static final int MAX_SIZE = 500;

    public Page {
        items = List.copyOf(items);
    }

    /** Cuts one part out of a whole list; a part beyond its end is empty. */
    public static <T> Page<T> of(List<T> all, int page, int size) {
        if (page < 0) {
            throw Problems.unreadable("page must be 0 or more, was " + page);
        }
        if (size < 1 || size > MAX_SIZE) {
            throw Problems.unreadable("size must be 1 to " + MAX_SIZE + ", was " + size);
        }
        int from = (int) Math.min((long) page * size, all.size());
        int to = Math.min(from + size, all.size());
        return new Page<>(all.subList(from, to), page, size, all.size());
    }
}
