package io.homeostat.monitor.explaining;

import io.homeostat.detection.condition.Finding;
import io.homeostat.monitor.past.PastReading;
import org.jspecify.annotations.Nullable;

/**
 * A past reading with what a rule said of it. Immutable.
 *
 * @param finding what the condition said; {@code null}: it said nothing of this reading
 * @param late whether it came behind a later one
 * @param tooLate whether it came so late that it moved no alert
 */
record JudgedReading(PastReading past, @Nullable Finding finding, boolean late, boolean tooLate) {}
