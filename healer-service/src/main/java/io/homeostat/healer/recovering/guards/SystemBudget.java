package io.homeostat.healer.recovering.guards;

import io.homeostat.healer.recovering.remedies.Spans;
import java.util.List;

/**
 * So many restarts of all targets together in a sliding window, and no more.
 *
 * @param restarts how many
 * @param windowMillis the window
 */
record SystemBudget(int restarts, long windowMillis) implements Guard {

    @Override
    public Ruling judge(Intent intent, Circumstances circumstances) {
        List<Long> lately = circumstances.ledger().restarts(intent.nowMillis() - windowMillis);
        if (!intent.remedy().isRestart() || lately.size() < restarts) {
            return Ruling.ALLOWED;
        }
        return refuse(
                "no %s: all targets together were restarted %d times in the last %s, and %d are allowed"
                        .formatted(intent.words(), lately.size(), Spans.words(windowMillis), restarts),
                lately.get(lately.size() - restarts) + windowMillis);
    }

    @Override
    public String name() {
        return "system-budget";
    }
}
