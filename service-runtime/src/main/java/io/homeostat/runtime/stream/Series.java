package io.homeostat.runtime.stream;

import org.jspecify.annotations.Nullable;

/**
 * One series in the store: its sensor and its state. Belongs to the stream thread of its task.
 *
 * @param <S> the service's state of a series
 */
public final class Series<S> {

    private final String sensorId;
    private final S state;
    boolean changed;
    /** Which pages stand in the changelog, a bit each. */
    long pagesWritten;

    Series(String sensorId, S state) {
        this.sensorId = sensorId;
        this.state = state;
    }

    public String sensorId() {
        return sensorId;
    }

    public S state() {
        return state;
    }

    /** What was restored of a series and not yet read. */
    static final class Pages {
        final byte[] @Nullable [] pages;

        Pages(int count) {
            pages = new byte[count][];
        }

        boolean isEmpty() {
            for (byte[] page : pages) {
                if (page != null) {
                    return false;
                }
            }
            return true;
        }
    }
}
