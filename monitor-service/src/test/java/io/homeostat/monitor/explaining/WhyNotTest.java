package io.homeostat.monitor.explaining;

import static io.homeostat.monitor.past.PastTests.at;
import static io.homeostat.monitor.past.PastTests.reading;
import static io.homeostat.monitor.past.PastTests.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.model.StreamTopics;
import io.homeostat.model.rule.Rule;
import io.homeostat.monitor.past.PastReading;
import io.homeostat.monitor.past.RuleRun;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WhyNotTest {

    private static final Duration LATENESS = Duration.ofSeconds(10);
    private static final Rule HOT = rule("'when': {'kind': 'threshold', 'above': 30}");
    private static final Rule HELD = rule("'when': {'kind': 'threshold', 'above': 30}, 'for': 'PT60S'");

    @Test
    void byHowMuchAValueIsBelowTheLimit() {
        assertThat(why(HOT, 1, reading("a", 0, 27.5)))
                .isEqualTo(new Answer("below-limit", "27.5 is not above 30.0: it is below by 2.5."));
    }

    @Test
    void byHowMuchAValueIsAboveALowerLimit() {
        assertThat(why(rule("'when': {'kind': 'threshold', 'below': 2}"), 1, reading("a", 0, 3.5)))
                .isEqualTo(new Answer("not-breached", "3.5 is not below 2.0: it is above by 1.5."));
    }

    @Test
    void forHowLongABreachHasHeld() {
        assertThat(why(HELD, 40, reading("a", 0, 31), reading("a", 39, 31)))
                .isEqualTo(new Answer(
                        "held", "31.0 is above 30.0, but for 40.0 s only of the 60.0 s that the rule asks for."));
        assertThat(why(HELD, 60, reading("a", 0, 31), reading("a", 39, 31)).code())
                .isEqualTo("fired");
    }

    @Test
    void thatItDidFire() {
        assertThat(why(HOT, 5, reading("a", 0, 31))).isEqualTo(new Answer("fired", "It did fire: 31.0 is above 30.0."));
        assertThat(why(HOT, 5, reading("a", 0, 31), reading("a", 4, 20)).code()).isEqualTo("below-limit");
    }

    @Test
    void thatAValueLiesBetweenLimitAndClearLimit() {
        Rule banded = rule("'when': {'kind': 'threshold', 'above': 30}, 'clear': {'below': 28}");

        assertThat(why(banded, 1, reading("a", 0, 29)).code()).isEqualTo("between");
        assertThat(why(banded, 2, reading("a", 0, 31), reading("a", 1, 29)).code())
                .isEqualTo("fired");
    }

    @Test
    void thatAReadingCameTooLate() {
        assertThat(why(HOT, 5, reading("a", 5, 31, 100), reading("a", 50, 20, 50))
                        .code())
                .isEqualTo("fired");
        assertThat(why(HOT, 5, reading("a", 0, 20, 0), reading("a", 50, 20, 50), reading("a", 5, 31, 100)))
                .satisfies(answer -> assertThat(answer.code()).isEqualTo("too-late"));
    }

    @Test
    void thatAWindowIsNotOver() {
        Rule mean = rule("'when': {'kind': 'window', 'aggregate': 'mean', 'size': 'PT5M', 'above': 30}");

        assertThat(why(mean, 61, reading("a", 0, 31), reading("a", 60, 31)).code())
                .isEqualTo("in-warm-up");
    }

    @Test
    void thatALearnedRuleHasLearnedTooLittle() {
        Rule learned = rule("'when': {'kind': 'baseline', 'falseAlarms': '1 per P7D'}");

        assertThat(why(learned, 1, reading("a", 0, 20), reading("a", 1, 20)).code())
                .isEqualTo("in-warm-up");
    }

    @Test
    void whatEachPartOfAConditionSays() {
        Rule both = rule("'when': {'kind': 'all', 'conditions': [{'kind': 'threshold', 'above': 30},"
                + " {'kind': 'not', 'condition': {'kind': 'rate', 'above': 5}}]}");
        Reexamination seen = seen(both, 61, reading("a", 0, 20), reading("a", 60, 31));

        ConditionView all = ConditionView.of(both, seen.statement());

        assertThat(all.kind()).isEqualTo("all");
        assertThat(all.finding()).isEqualTo("clear");
        assertThat(all.parts())
                .extracting(ConditionView::path)
                .containsExactly("when.conditions[0]", "when.conditions[1]");
        assertThat(all.parts()).extracting(ConditionView::finding).containsExactly("breach", "clear");
        ConditionView rate = all.parts().get(1).parts().get(0);
        assertThat(rate.path()).isEqualTo("when.conditions[1].condition");
        assertThat(rate.measure()).isEqualTo(11);
        assertThat(rate.limit()).isEqualTo(5);
        assertThat(rate.finding()).isEqualTo("breach");
    }

    @Test
    void whatWasSaidOfEachReading() {
        Reexamination seen = seen(HOT, 3, reading("a", 2, 31, 2), reading("a", 1, 20, 3), reading("a", 9, 31, 9));

        assertThat(seen.readings())
                .extracting(judged -> ReadingView.of("temperature", judged))
                .extracting(ReadingView::flag, ReadingView::late)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, true),
                        org.assertj.core.groups.Tuple.tuple(4, false),
                        org.assertj.core.groups.Tuple.tuple(2, false));
    }

    private static Answer why(Rule rule, double second, PastReading... readings) {
        return WhyNot.of(rule, seen(rule, second, readings), at(second), LATENESS);
    }

    private static Reexamination seen(Rule rule, double second, PastReading... readings) {
        RuleRun run = new RuleRun(new StreamTopics("temperature"), rule, Map.of(), LATENESS);
        return Reexamination.of(run, "a", List.of(readings), at(second).toEpochMilli(), Long.MAX_VALUE);
    }
}
