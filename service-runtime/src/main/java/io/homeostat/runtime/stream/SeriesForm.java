package io.homeostat.runtime.stream;

import org.jspecify.annotations.Nullable;

/**
 * The binary form of a service's state of one series: a set of numbered pages, so that a commit writes just those that
 * changed.
 *
 * @param <S> the state
 */
public interface SeriesForm<S> {

    /** Takes a page, which replaces the one of the same number. */
    @FunctionalInterface
    interface PageWriter {
        void write(int page, byte[] bytes);
    }

    /** How many pages there can be, at most 64. */
    int pages();

    /** The state of a series of which nothing has been read. */
    S create();

    /** Writes the pages that changed since the last call. */
    void writeChanged(S state, PageWriter writer);

    /** Writes all pages. */
    void writeAll(S state, PageWriter writer);

    /**
     * Reads a state from its pages.
     *
     * @param pages the pages by number, {@code null} for one that was never written
     * @throws RuntimeException if they are not such a state
     */
    S read(byte[] @Nullable [] pages);
}
