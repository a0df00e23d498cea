package io.homeostat.detection.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.detection.rule.Rules;
import org.junit.jupiter.api.Test;

class LateReadingTest {

    private final SeriesUnderTest series = new SeriesUnderTest(Rules.set(Rules.above30()));

    @Test
    void firesAndResolvesABreachThatArrivesAfterTheReadingThatClearsIt() {
        series.at(0.005, 25, 0);
        assertThat(series.at(0, 37, 3)).isEqualTo(Arrival.LATE_WITHIN_BOUNDS);
        assertThat(series.story()).containsExactly("A1 state FIRING 0 @0", "A2 state RESOLVED 0..0.005 @0.005");
    }

    @Test
    void splitsAnAlert() {
        series.at(0, 31);
        series.at(4, 32);
        series.at(2, 25, 1);
        assertThat(series.story())
                .containsExactly("A1 state FIRING 0 @0", "A2 state RESOLVED 0..2 @2", "B1 state FIRING 4 @4");
    }

    @Test
    void withdrawsTheLaterOfTwoThatAreJoined() {
        SeriesUnderTest holding =
                new SeriesUnderTest(Rules.set(Rules.above30().clear("below", 29).clearForSeconds(3)));
        holding.at(0, 31);
        holding.at(1, 25);
        holding.at(5, 31);
        holding.at(3, 29.5, 1);
        assertThat(holding.story())
                .endsWith(
                        "A3 state RESOLVED 0..4 @4",
                        "B1 state FIRING 5 @5",
                        "B2 state RESOLVED 5..5 @3 withdrawn",
                        "A4 revised FIRING 0 @3");
    }

    @Test
    void movesTheBeginningOfAnAlertThatKeepsItsId() {
        series.at(0, 25);
        series.at(4, 31);
        series.at(2, 33, 1);
        assertThat(series.story()).containsExactly("A1 state FIRING 4 @4", "A2 revised FIRING 2 @2");
    }

    @Test
    void movesTheEndOfAnAlertThatIsOver() {
        series.at(0, 31);
        series.at(4, 25);
        series.at(2, 26, 1);
        assertThat(series.story())
                .containsExactly("A1 state FIRING 0 @0", "A2 state RESOLVED 0..4 @4", "A3 revised RESOLVED 0..2 @2");
    }

    @Test
    void splitsAnAlertWhoseBeginningHadMovedIntoTwoWithIdsOfTheirOwn() {
        series.at(4, 31);
        series.at(1, 33, 1);
        series.at(2, 25, 2);
        assertThat(series.story())
                .containsExactly(
                        "A1 state FIRING 4 @4",
                        "A2 revised FIRING 1 @1",
                        "B1 state FIRING 1 @1",
                        "B2 state RESOLVED 1..2 @2",
                        "A3 revised FIRING 4 @2");
    }

    @Test
    void withdrawsWhatFiredByATimerBeforeTheReadingThatProvesItWrong() {
        SeriesUnderTest holding = new SeriesUnderTest(Rules.set(Rules.above30().holdForSeconds(5)));
        holding.at(0, 31);
        holding.wallAt(6);
        holding.at(3, 25);
        assertThat(holding.story())
                .containsExactly(
                        "A1 state PENDING 0 @0", "A2 state FIRING 0 @5", "A3 state RESOLVED 0..3 @3 withdrawn");
        assertThat(holding.events.get(2).reason())
                .isEqualTo("withdrawn: with the late reading of 25.0 there was no such alert");
    }

    @Test
    void changesNothingByAReadingThatIsTooLate() {
        series.at(20, 25);
        assertThat(series.at(9.999, 37, 1)).isEqualTo(Arrival.TOO_LATE);
        assertThat(series.story()).isEmpty();
        assertThat(series.at(10, 37, 1)).isEqualTo(Arrival.LATE_WITHIN_BOUNDS);
        assertThat(series.story()).containsExactly("A1 state FIRING 10 @10", "A2 state RESOLVED 10..20 @20");
    }

    @Test
    void keepsFormerAlertsAsTheyWereOnceSettled() {
        series.at(0, 31);
        series.at(1, 25);
        series.at(100, 25);
        series.at(95, 35, 1);
        assertThat(series.story())
                .containsExactly(
                        "A1 state FIRING 0 @0",
                        "A2 state RESOLVED 0..1 @1",
                        "B1 state FIRING 95 @95",
                        "B2 state RESOLVED 95..100 @100");
    }

    @Test
    void ordersReadingsOfTheSameTimeByPartitionWhateverComesFirst() {
        series.at(1, 25, 2);
        series.at(1, 37, 1);
        assertThat(series.story()).containsExactly("A1 state FIRING 1 @1", "A2 state RESOLVED 1..1 @1");
        series.at(1, 25, 0);
        assertThat(series.story()).hasSize(2);
    }
}
