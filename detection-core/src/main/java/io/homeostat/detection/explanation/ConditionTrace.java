package io.homeostat.detection.explanation;

import io.homeostat.detection.condition.Finding;
import io.homeostat.detection.condition.Memory;
import io.homeostat.detection.condition.Statement;
import io.homeostat.detection.condition.Verdicts;
import io.homeostat.detection.lateness.HeldReadings;
import io.homeostat.detection.rule.JudgingRule;
import org.jspecify.annotations.Nullable;

/**
 * A rule's condition led once more over a series' readings, in the order of event time, so that it can be asked what it said
 * of each and why. Not thread-safe.
 */
public final class ConditionTrace {

    private final Memory memory;
    private final HeldReadings held = new HeldReadings();
    private final Verdicts hearer;
    private @Nullable Finding finding;
    private double measure = Double.NaN;

    /**
     * A trace of which nothing was read.
     *
     * @param each told of each verdict besides
     */
    public ConditionTrace(JudgingRule rule, Verdicts each) {
        memory = rule.condition().remember();
        hearer = (atMillis, found, level, measured, partition, offset) -> {
            finding = found;
            measure = measured;
            each.verdict(atMillis, found, level, measured, partition, offset);
        };
    }

    /** Takes the next reading. */
    public void read(long timeMillis, double value, int partition, long offset) {
        int index = held.insert(timeMillis, value, partition, offset);
        memory.read(held, index, hearer);
        while (held.size() > 1) {
            held.dropOldest();
        }
    }

    /** Lets time pass to a moment without a reading. */
    public void pass(long toMillis) {
        for (long next = memory.nextMillis(); next <= toMillis; next = memory.nextMillis()) {
            memory.pass(next, hearer);
        }
    }

    /** What the condition said last. */
    public Statement statement() {
        return Statement.of(memory, finding, measure);
    }
}
