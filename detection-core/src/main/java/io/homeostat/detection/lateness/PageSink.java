package io.homeostat.detection.lateness;

/** Takes the pages of a series' state that changed. */
@FunctionalInterface
public interface PageSink {

    /**
     * Takes one page, which replaces the one of the same number.
     *
     * @param page the page's number: 0 is the head of the state, the others hold readings
     */
    void accept(int page, byte[] bytes);
}
