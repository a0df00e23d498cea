package io.homeostat.healer.healing;

import io.homeostat.healer.recovering.remedies.Learned;
import io.homeostat.healer.recovering.remedies.RemedyTimes;
import java.util.List;

/**
 * What the healer has learned, as it is kept from one start to the next. Immutable.
 *
 * @param learned what worked for what
 * @param times how long it took
 */
record Knowledge(List<Learned> learned, List<RemedyTimes.Measured> times) {

    static final Knowledge NONE = new Knowledge(List.of(), List.of());

    Knowledge {
        learned = List.copyOf(learned);
        times = List.copyOf(times);
    }
}
