package io.homeostat.detection.expression;

import io.homeostat.detection.window.Aggregate;

/**
 * An aggregate over the latest readings of a series, the newest included. Immutable.
 *
 * @param aggregate what is worked out of them
 * @param sizeMillis how far back they go in event time, to a sixteenth of it; at least 16
 */
public record RollingWindow(Aggregate aggregate, long sizeMillis) {

    /** How many panes a window is put together of. */
    public static final int PANES = 16;

    public RollingWindow {
        if (sizeMillis < PANES) {
            throw new IllegalArgumentException("a window must be at least " + PANES + " ms long, was " + sizeMillis);
        }
    }
}
