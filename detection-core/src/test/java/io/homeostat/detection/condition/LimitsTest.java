package io.homeostat.detection.condition;

import static io.homeostat.detection.condition.Finding.BETWEEN;
import static io.homeostat.detection.condition.Finding.BREACH;
import static io.homeostat.detection.condition.Finding.CLEAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.detection.rule.Rules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsTest {

    @Test
    void findsTheLimitItselfGood() {
        ValueCondition condition = (ValueCondition) Rules.above30().ready().condition();
        assertThat(condition.judge(Math.nextUp(30.0))).isEqualTo(BREACH);
        assertThat(condition.judge(30)).isEqualTo(CLEAR);
    }

    @Test
    void keepsValuesOnTheClearLimitBetween() {
        ValueCondition condition =
                (ValueCondition) Rules.above30().clear("below", 30).ready().condition();
        assertThat(condition.judge(30)).isEqualTo(BETWEEN);
        assertThat(condition.judge(29)).isEqualTo(CLEAR);
        assertThat(condition.reason(29).sentence()).isEqualTo("29.0 is below 30.0");
    }

    @Test
    void judgesBothSidesOfARange() {
        ValueCondition condition = (ValueCondition) Rules.when("range", Map.of("min", 2, "max", 8))
                .clear("above", 3)
                .clear("below", 7)
                .ready()
                .condition();
        assertThat(List.of(1.9, 2.0, 3.0, 3.1, 6.9, 7.0, 8.0, 8.1).stream().map(condition::judge))
                .containsExactly(BREACH, BETWEEN, BETWEEN, CLEAR, CLEAR, BETWEEN, BETWEEN, BREACH);
        assertThat(condition.reason(1.9).sentence()).isEqualTo("1.9 is below 2.0");
        assertThat(condition.limit(1.9)).isEqualTo(2);
        assertThat(condition.nearestGood(9)).isEqualTo(8);
        assertThat(condition.nearestGood(-9)).isEqualTo(2);
    }

    @Test
    void findsNothingWhereThereIsNoRuleAnyMore() {
        assertThat(ConditionKind.never().remember().judge(1e300)).isEqualTo(CLEAR);
    }
}
