package io.homeostat.runtime.web;

import java.util.List;

/**
 * A part of a list, as every list of the HTTP interface is answered. Immutable.
 *
 * @param items the items of this page
 * @param page the page's number, from 0
 * @param size how many items a page has
 * @param total how many items there are in all
 * @param <T> the items
 */
public record Page<T>(List<T> items, int page, int size, long total) {

    /** The largest page. */
    public static final int MAX_SIZE = 500;

    public Page {
        items = List.copyOf(items);
    }

    /** The page of a list that is there as a whole. */
    public static <T> Page<T> of(List<T> all, int page, int size) {
        check(page, size);
        long from = Math.min((long) page * size, all.size());
        long to = Math.min(from + size, all.size());
        return new Page<>(all.subList((int) from, (int) to), page, size, all.size());
    }

    /**
     * Holds a page's number and size to what is allowed.
     *
     * @throws ProblemException 400, if they are not
     */
    public static void check(int page, int size) {
        if (page < 0) {
            throw ProblemException.badRequest("page must be at least 0, was " + page + ".");
        }
        if (size < 1 || size > MAX_SIZE) {
            throw ProblemException.badRequest("size must be 1 to " + MAX_SIZE + ", was " + size + ".");
        }
    }
}
