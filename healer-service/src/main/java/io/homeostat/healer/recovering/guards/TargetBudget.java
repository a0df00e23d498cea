package io.homeostat.healer.recovering.guards;

import io.homeostat.healer.recovering.remedies.Spans;
import java.util.List;

/**
 * So many restarts of one target in a sliding window, and no more.
 *
 * @param restarts how many
 * @param windowMillis the window
 */
record TargetBudget(int restarts, long windowMillis) implements Guard {

    @Override
    public Ruling judge(Intent intent, Circumstances circumstances) {
        List<Long> lately = circumstances.ledger().restarts(intent.target(), intent.nowMillis() - windowMillis);
        if (!intent.remedy().isRestart() || lately.size() < restarts) {
            return Ruling.ALLOWED;
        }
        return refuse(
                "no %s: it was restarted %d times in the last %s, and %d are allowed"
                        .formatted(intent.words(), lately.size(), Spans.words(windowMillis), restarts),
                lately.get(lately.size() - restarts) + windowMillis);
    }

    @Override
    public String name() {
        return "target-budget";
    }
}
