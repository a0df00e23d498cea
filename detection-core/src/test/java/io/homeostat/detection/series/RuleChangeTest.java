package io.homeostat.detection.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.detection.rule.Rules;
import org.junit.jupiter.api.Test;

class RuleChangeTest {

    private final SeriesUnderTest series = new SeriesUnderTest(Rules.set(Rules.above30()));

    @Test
    void endsAnOpenAlertWhoseRuleIsDeleted() {
        series.at(1, 37);
        series.under(Rules.set(Rules.above30().version(2).deleted()));
        assertThat(series.story()).endsWith("A2 state RESOLVED 1..1 @1");
        assertThat(series.events.get(1).reason()).isEqualTo("the rule is no longer in force for this sensor");
        assertThat(series.events.get(1).reasonCode()).isEqualTo("rule-gone");
        assertThat(series.events.get(1).ruleVersion()).isEqualTo(2);
    }

    @Test
    void endsAnOpenAlertWhoseRuleIsSwitchedOffOrNotThereAtAll() {
        series.at(1, 37);
        series.under(Rules.set(Rules.above30().version(2).disabled()));
        assertThat(series.story()).endsWith("A2 state RESOLVED 1..1 @1");

        SeriesUnderTest other = new SeriesUnderTest(Rules.set(Rules.above30()));
        other.at(1, 37);
        other.under(Rules.set());
        assertThat(other.story()).endsWith("A2 state RESOLVED 1..1 @1");
    }

    @Test
    void endsAnOpenAlertWhoseRuleNoLongerMeansTheSensor() {
        series.at(1, 37);
        series.under(Rules.set(Rules.above30().version(2).sensors("oven-*")));
        assertThat(series.story()).endsWith("A2 state RESOLVED 1..1 @1");
        series.at(2, 40);
        assertThat(series.events).hasSize(2);
    }

    @Test
    void endsAtOnceAnAlertThatTheChangedRuleNoLongerFinds() {
        series.at(1, 37);
        series.under(Rules.set(Rules.above30().version(2).limit(50)));
        assertThat(series.story()).endsWith("A2 state RESOLVED 1..1 @1");
        assertThat(series.events.get(1).reason()).isEqualTo("the rule was changed and no longer finds a breach");
        assertThat(series.events.get(1).ruleVersion()).isEqualTo(2);
    }

    @Test
    void keepsAnAlertThatTheChangedRuleStillFinds() {
        series.at(1, 37);
        series.under(Rules.set(Rules.above30().version(2).limit(35)));
        assertThat(series.events).hasSize(1);
        series.at(2, 33);
        assertThat(series.story()).endsWith("A2 state RESOLVED 1..2 @2");
    }

    @Test
    void changesNothingThatWasJudgedByTheRuleBefore() {
        series.at(1, 25);
        series.at(4, 25);
        series.under(Rules.set(Rules.above30().version(2).limit(20)));
        assertThat(series.story()).isEmpty();
        series.at(3, 25, 1);
        series.at(5, 19);
        series.at(16, 19);
        series.at(15, 19, 1);
        assertThat(series.story()).isEmpty();
    }

    @Test
    void leavesOtherRulesAlone() {
        SeriesUnderTest two = new SeriesUnderTest(
                Rules.set(Rules.above30().id("a"), Rules.above30().id("b").clear("below", 20)));
        two.at(1, 37);
        two.under(Rules.set(
                Rules.above30().id("b").clear("below", 20), Rules.above30().id("c")));
        assertThat(two.story())
                .containsExactly("A1 state FIRING 1 @1", "B1 state FIRING 1 @1", "A2 state RESOLVED 1..1 @1");
        two.at(2, 19);
        assertThat(two.story()).endsWith("B2 state RESOLVED 1..2 @2");
    }

    @Test
    void endsWhatWasOpenWhenARuleChangedWhileTheServiceWasDown() {
        series.at(1, 37);
        series.crash();
        series.under(Rules.set(Rules.above30().version(2).limit(50)));
        assertThat(series.story()).endsWith("A2 state RESOLVED 1..1 @1");
    }
}
