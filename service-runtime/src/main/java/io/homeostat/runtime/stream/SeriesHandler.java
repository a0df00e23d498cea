package io.homeostat.runtime.stream;

import io.homeostat.model.reading.Reading;
import io.homeostat.model.reading.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * What a service does with a stream: the part of the way of a reading that is the service's own. One for a task, called
 * by its stream thread only.
 *
 * @param <S> the service's state of a series
 */
public interface SeriesHandler<S> {

    /**
     * Judges a reading that has come home.
     *
     * @param series the series; {@code null} where this instance holds as many as it may: judge without state
     */
    void judge(@Nullable Series<S> series, Reading reading, Origin origin);

    /** Takes note of a record that cannot be read. */
    void reject(Rejection rejection, RawRecord record);

    /**
     * Passes over a record that the pipeline died of again and again, and says so where its readers look.
     *
     * @param reading what it tells, {@code null} if that cannot be read
     */
    void quarantine(@Nullable Reading reading, RawRecord record);

    /** Whether a canary's value is found bad, by the same judging as a reading's. */
    boolean isBreach(double canaryValue);

    /** Does what time asks for: about every tenth of a second. */
    void tick(long nowMillis);

    /**
     * A series is at home elsewhere now, since its sensor's group is another. It is forgotten here after this call, and
     * starts afresh there.
     */
    default void leaveHome(Series<S> series) {}

    /** Whether a series may leave when it has been idle for long. */
    boolean mayLeave(S state, long nowMillis);
}
