package io.homeostat.monitor.past;

import org.jspecify.annotations.Nullable;

/** Readings of one stream that were there before, one after the other, about as they came. Not thread-safe. */
public interface PastReadings extends AutoCloseable {

    /** The next one; {@code null}: there are no more, or whoever reads has had enough. */
    @Nullable
    PastReading next();

    /** How much of all there is was gone through, 0 to 1. */
    double share();

    @Override
    void close();
}
