package io.homeostat.detection.series;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.homeostat.detection.rule.RuleSet;
import io.homeostat.detection.rule.Rules;
import io.homeostat.model.reading.Reading;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class AllocationTest {

    private static final int READINGS = 200_000;

    @Test
    void allocatesNothingForAReadingInOrderThatChangesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        SeriesEvaluator evaluator =
                new SeriesEvaluator("temperature", "temperature", SeriesUnderTest.LATENESS_MILLIS, event -> {});
        RuleSet rules = Rules.set(
                Rules.above30(), Rules.above30().id("z").clear("below", 29).holdForSeconds(3));
        SeriesState state = new SeriesState();
        Reading[] readings = new Reading[READINGS];
        for (int i = 0; i < READINGS; i++) {
            readings[i] = new Reading("boiler-7", 20 + i % 9, SeriesUnderTest.BASE_MILLIS + 100L * i, false);
        }
        judge(evaluator, state, rules, readings, 0, READINGS / 2);
        long before = threads.getCurrentThreadAllocatedBytes();
        judge(evaluator, state, rules, readings, READINGS / 2, READINGS);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        // the JIT and the measurement itself may take a little; one object a reading would be 1.6 MB and more
        assertThat(bytes).isLessThan(50_000);
    }

    private static void judge(
            SeriesEvaluator evaluator, SeriesState state, RuleSet rules, Reading[] readings, int from, int to) {
        for (int i = from; i < to; i++) {
            evaluator.judge(state, rules, readings[i], 0, i, readings[i].eventTimeMillis());
        }
    }
}
