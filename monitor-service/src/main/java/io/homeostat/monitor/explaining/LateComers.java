package io.homeostat.monitor.explaining;

import io.homeostat.monitor.past.PastReading;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which of a sensor's readings came late. Immutable.
 *
 * @param late came behind a later one
 * @param tooLate came so late that they moved no alert, too
 */
record LateComers(Set<PastReading> late, Set<PastReading> tooLate) {

    LateComers {
        late = Set.copyOf(late);
        tooLate = Set.copyOf(tooLate);
    }

    /** Finds them among readings in the order in which they came. */
    static LateComers among(List<PastReading> cameInOrder, long latenessMillis) {
        Set<PastReading> late = new HashSet<>();
        Set<PastReading> tooLate = new HashSet<>();
        long newestMillis = 0;
        for (PastReading past : cameInOrder) {
            long timeMillis = past.reading().eventTimeMillis();
            if (timeMillis < newestMillis) {
                late.add(past);
            }
            if (timeMillis < newestMillis - latenessMillis) {
                tooLate.add(past);
            }
            newestMillis = Math.max(newestMillis, timeMillis);
        }
        return new LateComers(late, tooLate);
    }
}
