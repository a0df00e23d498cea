package io.homeostat.detection.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.detection.rule.Rules;
import io.homeostat.model.alert.AlertEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What each kind of rule says at its edges; seconds are of event time from a full minute on. */
class KindsAtTheirEdgesTest {

    private static SeriesUnderTest under(Rules rule) {
        return new SeriesUnderTest(Rules.set(rule));
    }

    private static SeriesUnderTest under(String kind, Map<String, Object> parameters) {
        return under(Rules.when(kind, parameters));
    }

    private static AlertEvent last(SeriesUnderTest series) {
        return series.events.get(series.events.size() - 1);
    }

    @Nested
    class Levels {

        private final SeriesUnderTest series = under("levels", Map.of("above", Map.of("warning", 30, "critical", 40)));

        @Test
        @DisplayName("one alert whose severity goes up and down")
        void oneAlertGoesUpAndDown() {
            series.at(1, 30);
            series.at(2, 31);
            series.at(3, 40);
            series.at(4, 41);
            series.at(5, 40);
            series.at(6, 30);
            assertThat(series.events)
                    .extracting(event -> event.state() + " " + event.severity() + " " + event.limit())
                    .containsExactly(
                            "FIRING WARNING 30.0",
                            "FIRING CRITICAL 40.0",
                            "FIRING WARNING 30.0",
                            "RESOLVED WARNING 30.0");
            assertThat(series.events)
                    .extracting(AlertEvent::alertId)
                    .containsOnly(last(series).alertId());
            assertThat(series.events.get(1).reason()).isEqualTo("41.0 is above 40.0");
        }

        @Test
        void goDownwardsToo() {
            SeriesUnderTest cold = under("levels", Map.of("below", Map.of("info", 5, "critical", 0)));
            cold.at(1, 5);
            cold.at(2, 4);
            cold.at(3, -1);
            assertThat(cold.events)
                    .extracting(event -> event.severity() + " " + event.reason())
                    .containsExactly("INFO 4.0 is below 5.0", "CRITICAL -1.0 is below 0.0");
        }

        @Test
        void aJumpOverALevelFiresOnce() {
            series.at(1, 50);
            series.at(2, 20);
            assertThat(series.story()).containsExactly("A1 state FIRING 1 @1", "A2 state RESOLVED 1..2 @2");
        }

        @Test
        void aLateReadingThatWasWorseTellsTheHighestAgain() {
            series.at(1, 31);
            series.at(5, 32);
            series.at(3, 45);
            assertThat(series.events)
                    .extracting(event -> event.event() + " " + event.severity())
                    .containsExactly("STATE WARNING", "REVISED CRITICAL", "STATE WARNING");
        }
    }

    @Nested
    class Rate {

        private final SeriesUnderTest series = under("rate", Map.of("above", 2, "per", "PT1M"));

        @Test
        void comparesTheChangeFromTheReadingBefore() {
            series.at(0, 20);
            series.at(30, 21);
            assertThat(series.events).isEmpty();
            series.at(60, 22.1);
            assertThat(last(series).value()).isCloseTo(2.2, org.assertj.core.data.Offset.offset(1e-9));
            assertThat(last(series).reasonCode()).isEqualTo("rate-above-limit");
            assertThat(last(series).reason()).startsWith("a change of 2.2").endsWith(" in 1 min is above 2.0");
            series.at(90, 22.1);
            assertThat(series.story()).endsWith("A2 state RESOLVED 60..90 @90");
        }

        @Test
        void saysNothingOfTheFirstReadingAndOfTwoAtTheSameTime() {
            series.at(0, 20);
            series.at(0, 90);
            assertThat(series.events).isEmpty();
        }

        @Test
        void aFallIsBelow() {
            SeriesUnderTest falls = under("rate", Map.of("below", -2, "per", "PT1M"));
            falls.at(0, 20);
            falls.at(60, 18);
            assertThat(falls.events).isEmpty();
            falls.at(120, 15.9);
            assertThat(last(falls).reason()).endsWith(" in 1 min is below -2.0");
        }

        @Test
        void aJumpBeyondWhatADoubleHoldsIsTold() {
            series.at(0, -1e308);
            series.at(1, 1e308);
            assertThat(last(series).value()).isEqualTo(Double.MAX_VALUE);
            series.at(2, 1e308);
            assertThat(series.story()).endsWith("A2 state RESOLVED 1..2 @2");
        }
    }

    @Nested
    class Window {

        @Test
        void isFromItsStartToBeforeItsEnd() {
            SeriesUnderTest series = under("window", Map.of("aggregate", "max", "size", "PT1M", "above", 30));
            series.at(0, 20);
            series.at(59.999, 31);
            assertThat(series.events).as("it is not over").isEmpty();
            series.at(60, 20);
            assertThat(series.story()).containsExactly("A1 state FIRING 60 @60");
            assertThat(last(series).reason()).isEqualTo("a greatest value of 31.0 over 1 min is above 30.0");
            series.at(120, 20);
            assertThat(series.story()).endsWith("A2 state RESOLVED 60..120 @120");
        }

        @Test
        void isOverWhenTheClockPassedItsEndAndTheLateness() {
            SeriesUnderTest series = under("window", Map.of("aggregate", "mean", "size", "PT1M", "above", 30));
            series.at(1, 40);
            series.wallAt(69.9);
            assertThat(series.events).isEmpty();
            series.wallAt(70);
            assertThat(series.story()).containsExactly("A1 state FIRING 60 @60");
            series.at(59, 10, 1);
            assertThat(series.story()).endsWith("A2 state RESOLVED 60..60 @59 withdrawn");
        }

        @Test
        void thatIsEmptySaysNothingButForACount() {
            SeriesUnderTest mean = under("window", Map.of("aggregate", "mean", "size", "PT1M", "above", 30));
            mean.at(1, 40);
            mean.at(200, 20);
            assertThat(mean.story()).containsExactly("A1 state FIRING 60 @60");
            SeriesUnderTest count = under("window", Map.of("aggregate", "count", "size", "PT1M", "below", 1));
            count.at(1, 40);
            count.at(200, 20);
            assertThat(count.story()).containsExactly("A1 state FIRING 120 @120");
            assertThat(last(count).value()).isZero();
            count.at(240, 20);
            assertThat(count.story()).endsWith("A2 state RESOLVED 120..240 @240");
        }

        @Test
        void slides() {
            SeriesUnderTest series =
                    under("window", Map.of("aggregate", "count", "size", "PT2M", "slide", "PT1M", "above", 2));
            series.at(10, 1);
            series.at(70, 1);
            series.at(80, 1);
            series.at(120, 1);
            assertThat(series.story()).containsExactly("A1 state FIRING 120 @120");
            series.at(241, 1);
            assertThat(series.story()).endsWith("A2 state RESOLVED 120..240 @240");
        }

        @Test
        void percentilesAreNear() {
            SeriesUnderTest series =
                    under("window", Map.of("aggregate", "percentile", "percentile", 95, "size", "PT1M", "above", 25));
            for (int i = 0; i < 60; i++) {
                series.at(i, 20 + i / 10.0);
            }
            series.at(60, 20);
            assertThat(last(series).value()).isBetween(25.2, 25.9); // exactly: 25.6
        }

        @Test
        void aSessionEndsWithItsGap() {
            SeriesUnderTest series = under("window", Map.of("aggregate", "mean", "session", "PT10S", "above", 30));
            series.at(0, 40);
            series.at(9, 40);
            series.at(19, 10);
            assertThat(series.story()).containsExactly("A1 state FIRING 19 @19");
        }
    }

    @Nested
    class Flatline {

        private final SeriesUnderTest series = under("flatline", Map.of("tolerance", 0.05, "duration", "PT10S"));

        @Test
        void spansTheWholeDuration() {
            for (int i = 0; i < 10; i++) {
                series.at(i, 20 + 0.04 * (i % 2));
            }
            assertThat(series.events).isEmpty();
            series.at(10, 20);
            assertThat(series.story()).containsExactly("A1 state FIRING 10 @10");
            series.at(11, 20.1);
            assertThat(series.story()).endsWith("A2 state RESOLVED 10..11 @11");
        }

        @Test
        void hasNoGapOverHalfOfTheDuration() {
            for (double second : new double[] {0, 5, 10.001, 15, 20}) {
                series.at(second, 20);
            }
            assertThat(series.events).isEmpty();
            series.at(20.001, 20);
            assertThat(series.story()).containsExactly("A1 state FIRING 20.001 @20.001");
        }

        @Test
        void creepsOutOfTheBandWithoutBeingFlat() {
            for (int i = 0; i < 60; i++) {
                series.at(i, 20 + 0.01 * i);
            }
            assertThat(series.events).isEmpty();
        }
    }

    @Nested
    class Spike {

        private final SeriesUnderTest series = under("spike", Map.of("above", 5));

        @Test
        void isKnownOneReadingLaterAndHasItsOwnTime() {
            series.at(0, 20);
            series.at(1, 30);
            assertThat(series.events).isEmpty();
            series.at(2, 20);
            assertThat(series.story()).containsExactly("A1 state FIRING 1 @1");
            assertThat(last(series).value()).isEqualTo(10.0);
            assertThat(last(series).source().offset()).isEqualTo(1);
            series.at(3, 20);
            assertThat(series.story()).endsWith("A2 state RESOLVED 1..2 @2");
        }

        @Test
        void aStepIsNone() {
            for (int i = 0; i < 5; i++) {
                series.at(i, i < 2 ? 20 : 30);
            }
            assertThat(series.events).isEmpty();
        }
    }

    @Nested
    class Missing {

        private final SeriesUnderTest series = under("missing", Map.of("duration", "PT1M"));

        @Test
        void beginsWhenTheTimeIsOverAndIsSaidWhenLateReadingsMayHaveCome() {
            series.at(0, 20);
            series.wallAt(69.9);
            assertThat(series.events).isEmpty();
            series.wallAt(70);
            assertThat(series.story()).containsExactly("A1 state FIRING 60 @60");
            assertThat(last(series).reason()).isEqualTo("no reading came for 1 min");
            series.at(75, 20);
            assertThat(series.story()).endsWith("A2 state RESOLVED 60..75 @75");
        }

        @Test
        void isKnownOfASensorThatNeverSpokeAgainAfterARestart() {
            series.at(0, 20);
            series.crash();
            series.wallAt(100);
            assertThat(series.story()).containsExactly("A1 state FIRING 60 @60");
        }

        @Test
        void isKnownOfASensorThatWasSilentWhenTheRuleWasMade() {
            SeriesUnderTest before = under(Rules.above30().id("z"));
            before.at(0, 20);
            before.under(Rules.set(
                    Rules.when("missing", Map.of("duration", "PT1M")),
                    Rules.above30().id("z")));
            before.wallAt(100);
            assertThat(before.story()).containsExactly("A1 state FIRING 60 @60");
        }
    }

    @Nested
    class Combined {

        private final Map<String, Object> high = Map.of("kind", "threshold", "above", 30);
        private final Map<String, Object> rising = Map.of("kind", "rate", "above", 60, "per", "PT1M");

        @Test
        void allMustBeBreachedAndOneThatIsClearIsEnoughToEnd() {
            SeriesUnderTest series = under("all", Map.of("conditions", List.of(high, rising)));
            series.at(0, 40);
            series.at(1, 45);
            assertThat(series.story()).containsExactly("A1 state FIRING 1 @1");
            assertThat(last(series).reason())
                    .isEqualTo("45.0 is above 30.0, and a change of 300.0 in 1 min is above 60.0");
            series.at(2, 45);
            assertThat(series.story()).endsWith("A2 state RESOLVED 1..2 @2");
        }

        @Test
        void notIsTheOpposite() {
            SeriesUnderTest series = under("not", Map.of("condition", high));
            series.at(0, 40);
            assertThat(series.events).isEmpty();
            series.at(1, 30);
            assertThat(series.story()).containsExactly("A1 state FIRING 1 @1");
        }
    }
}
