package io.homeostat.monitor.explaining;

import io.homeostat.model.StreamTopics;
import io.homeostat.monitor.past.PastRange;
import io.homeostat.monitor.past.PastReading;
import io.homeostat.monitor.past.PastReadings;
import io.homeostat.monitor.past.PastTopics;
import io.homeostat.runtime.web.ProblemException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * The readings of one sensor as its topic still has them, within bounds: ten seconds of searching, the newest 50,000
 * readings, two searches at a time. Thread-safe.
 */
@Component
class SensorPast {

    private static final int MOST_READINGS = 50_000;
    private static final int MOST_AT_A_TIME = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final PastTopics topics;
    private final Semaphore places = new Semaphore(MOST_AT_A_TIME);

    SensorPast(PastTopics topics) {
        this.topics = topics;
    }

    /**
     * What there is.
     *
     * @param readings as they came
     * @param complete whether all was searched in time
     */
    record Found(List<PastReading> readings, boolean complete) {}

    /** The readings of a stretch of time. */
    Found readings(StreamTopics stream, String sensorId, PastRange range) {
        if (!places.tryAcquire()) {
            throw ProblemException.unavailable("Others look for readings at this moment: try again.", RETRY_AFTER);
        }
        long beganNanos = System.nanoTime();
        Deque<PastReading> found = new ArrayDeque<>();
        try (PastReadings readings = topics.readings(stream, range, sensorId::equals, () -> isOver(beganNanos))) {
            for (PastReading past = readings.next(); past != null; past = readings.next()) {
                if (found.size() == MOST_READINGS) {
                    found.removeFirst();
                }
                found.addLast(past);
            }
        } finally {
            places.release();
        }
        return new Found(List.copyOf(found), !isOver(beganNanos));
    }

    private static boolean isOver(long beganNanos) {
        return System.nanoTime() - beganNanos >= PATIENCE.toNanos();
    }
}
