package io.homeostat.monitor.explaining;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule raised no alert on a sensor at a moment, or that it did. Immutable.
 *
 * @param ruleVersion the version that was in force; {@code null} where none was
 * @param at the moment, in event time
 * @param fired whether an alert was open and had fired
 * @param alertId that alert's id
 * @param reasonCode what the sentence says, for pages
 * @param sentence why
 * @param held for how long the breach had held, where it did
 * @param conditions what each condition said at the moment; empty where none was judged
 * @param reading the newest reading at the moment
 */
record RuleExplanation(
        String ruleId,
        @Nullable Integer ruleVersion,
        String sensorId,
        Instant at,
        boolean fired,
        @Nullable String alertId,
        String reasonCode,
        String sentence,
        @Nullable Held held,
        List<ConditionView> conditions,
        @Nullable ReadingView reading) {

    RuleExplanation {
        conditions = List.copyOf(conditions);
    }
}
