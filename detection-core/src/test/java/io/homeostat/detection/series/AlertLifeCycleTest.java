package io.homeostat.detection.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.detection.rule.Rules;
import org.junit.jupiter.api.Test;

class AlertLifeCycleTest {

    private static final Rules WITH_BOTH_TIMERS =
            Rules.above30().clear("below", 29).holdForSeconds(5).clearForSeconds(4);

    @Test
    void firesAtOnceAndResolvesAtOnceWithoutTimers() {
        SeriesUnderTest series = new SeriesUnderTest(Rules.set(Rules.above30()));
        series.at(0, 30);
        series.at(1, 37.25);
        series.at(2, 38);
        series.at(3, 30);
        assertThat(series.story()).containsExactly("A1 state FIRING 1 @1", "A2 state RESOLVED 1..3 @3");
    }

    @Test
    void saysWhichReadingAgainstWhichLimit() {
        SeriesUnderTest series = new SeriesUnderTest(Rules.set(Rules.above30().version(3)));
        series.at(1, 37.25, 2);
        assertThat(series.events).singleElement().satisfies(event -> {
            assertThat(event.value()).isEqualTo(37.25);
            assertThat(event.limit()).isEqualTo(30.0);
            assertThat(event.reason()).isEqualTo("37.25 is above 30.0");
            assertThat(event.reasonCode()).isEqualTo("above-limit");
            assertThat(event.reasonArgs()).containsEntry("value", 37.25).containsEntry("limit", 30.0);
            assertThat(event.ruleVersion()).isEqualTo(3);
            assertThat(event.source().topic()).isEqualTo("temperature");
            assertThat(event.source().partition()).isEqualTo(2);
        });
    }

    @Test
    void keepsAnOpenAlertOpenBetweenLimitAndClear() {
        SeriesUnderTest series = new SeriesUnderTest(Rules.set(Rules.above30().clear("below", 30)));
        series.at(0, 31);
        series.at(1, 30);
        assertThat(series.story()).containsExactly("A1 state FIRING 0 @0");
        series.at(2, 29);
        assertThat(series.story()).endsWith("A2 state RESOLVED 0..2 @2");
    }

    @Test
    void waitsForBothTimers() {
        SeriesUnderTest series = new SeriesUnderTest(Rules.set(WITH_BOTH_TIMERS));
        series.at(0, 31);
        series.at(4, 31);
        series.at(6, 31);
        series.at(7, 25);
        series.at(9, 25);
        series.at(12, 25);
        assertThat(series.story())
                .containsExactly(
                        "A1 state PENDING 0 @0",
                        "A2 state FIRING 0 @5",
                        "A3 state RECOVERING 0 @7",
                        "A4 state RESOLVED 0..11 @11");
    }

    @Test
    void letsATimerGoBeforeAReadingOfTheSameTime() {
        SeriesUnderTest series = new SeriesUnderTest(Rules.set(WITH_BOTH_TIMERS));
        series.at(0, 31);
        series.at(5, 25);
        series.at(9, 31);
        assertThat(series.story())
                .containsExactly(
                        "A1 state PENDING 0 @0",
                        "A2 state FIRING 0 @5",
                        "A3 state RECOVERING 0 @5",
                        "A4 state RESOLVED 0..9 @9",
                        "B1 state PENDING 9 @9");
    }

    @Test
    void endsPendingByAValueBetweenLimitAndClear() {
        SeriesUnderTest series = new SeriesUnderTest(Rules.set(WITH_BOTH_TIMERS));
        series.at(0, 31);
        series.at(1, 29.5);
        assertThat(series.story()).containsExactly("A1 state PENDING 0 @0", "A2 state RESOLVED 0..1 @1");
        assertThat(History.of(series.events)).isEmpty();
    }

    @Test
    void turnsRecoveringBackToFiringByAValueBetweenLimitAndClear() {
        SeriesUnderTest series =
                new SeriesUnderTest(Rules.set(Rules.above30().clear("below", 29).clearForSeconds(4)));
        series.at(0, 31);
        series.at(1, 25);
        series.at(2, 29.5);
        series.at(3, 25);
        series.at(4, 31);
        series.at(9, 31);
        assertThat(series.story())
                .containsExactly(
                        "A1 state FIRING 0 @0",
                        "A2 state RECOVERING 0 @1",
                        "A3 state FIRING 0 @2",
                        "A4 state RECOVERING 0 @3",
                        "A5 state FIRING 0 @4");
    }

    @Test
    void firesByTheSeriesClockWhenNoReadingFollows() {
        SeriesUnderTest series = new SeriesUnderTest(Rules.set(WITH_BOTH_TIMERS));
        series.at(0, 31);
        assertThat(series.nextDeadlineMillis()).isEqualTo(SeriesUnderTest.BASE_MILLIS + 5000);
        assertThat(series.wallAt(4.999)).isFalse();
        assertThat(series.wallAt(5)).isTrue();
        assertThat(series.wallAt(60)).isFalse();
        assertThat(series.story()).containsExactly("A1 state PENDING 0 @0", "A2 state FIRING 0 @5");
    }

    @Test
    void keepsATimerRunningOverACrash() {
        SeriesUnderTest series = new SeriesUnderTest(Rules.set(WITH_BOTH_TIMERS));
        series.at(0, 31);
        series.crash();
        series.wallAt(5);
        series.crash();
        series.at(6, 25);
        series.crash();
        series.wallAt(10);
        assertThat(series.story())
                .containsExactly(
                        "A1 state PENDING 0 @0",
                        "A2 state FIRING 0 @5",
                        "A3 state RECOVERING 0 @6",
                        "A4 state RESOLVED 0..10 @10");
    }

    @Test
    void setsTheClockByTheWallTimeSinceTheNewestReadingCame() {
        SeriesUnderTest series = new SeriesUnderTest(Rules.set(WITH_BOTH_TIMERS));
        long dayLaterMillis = SeriesUnderTest.BASE_MILLIS + 86_400_000;
        series.read(SeriesUnderTest.BASE_MILLIS, 31, 0, 0, dayLaterMillis);
        assertThat(series.wallAtMillis(dayLaterMillis + 4999)).isFalse();
        assertThat(series.wallAtMillis(dayLaterMillis + 5000)).isTrue();
    }
}
