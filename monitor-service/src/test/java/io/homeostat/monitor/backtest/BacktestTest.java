package io.homeostat.monitor.backtest;

import static io.homeostat.monitor.past.PastTests.at;
import static io.homeostat.monitor.past.PastTests.reading;
import static io.homeostat.monitor.past.PastTests.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.detection.rule.SensorGlob;
import io.homeostat.model.StreamTopics;
import io.homeostat.model.rule.Rule;
import io.homeostat.monitor.backtest.BacktestAlert.Change;
import io.homeostat.monitor.past.PastReading;
import io.homeostat.runtime.web.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BacktestTest {

    private static final BacktestProperties BOUNDS = new BacktestProperties(Duration.ofSeconds(60), 1_000, 3, 2);
    private static final Rule LIVE = above(30);

    /** Beyond 30 from 1 to 2 and, up to 36, from 3 to 5; a little warm at 6. */
    private static final List<PastReading> COURSE = List.of(
            reading("a", 0, 20),
            reading("a", 1, 31),
            reading("a", 2, 20),
            reading("a", 3, 36),
            reading("a", 4, 33),
            reading("a", 5, 20),
            reading("a", 6, 28),
            reading("a", 7, 20));

    private final AtomicLong nanos = new AtomicLong();
    private final Listener audience = new Listener();

    @Test
    void saysOfTheSameRuleThatNothingChanges() {
        BacktestResult result = run(above(30), LIVE, COURSE);

        assertThat(result.alerts()).extracting(BacktestAlert::change).containsExactly(Change.SAME, Change.SAME);
        assertThat(result.gone()).isEmpty();
        assertThat(result.readings()).isEqualTo(8);
        assertThat(result.sensors()).isEqualTo(1);
        assertThat(result.truncated()).isNull();
    }

    @Test
    void saysWhatAStricterDraftNoLongerRaises() {
        BacktestResult result = run(above(34), LIVE, COURSE);

        assertThat(result.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.change()).isEqualTo(Change.CHANGED);
            assertThat(alert.openedAt()).isEqualTo(at(3));
            assertThat(alert.resolvedAt()).isEqualTo(at(4));
        });
        assertThat(result.gone()).singleElement().satisfies(alert -> {
            assertThat(alert.change()).isEqualTo(Change.GONE);
            assertThat(alert.openedAt()).isEqualTo(at(1));
        });
    }

    @Test
    void saysWhatALaxerDraftRaisesBesides() {
        assertThat(run(above(27), LIVE, COURSE).alerts())
                .extracting(BacktestAlert::change)
                .containsExactly(Change.SAME, Change.SAME, Change.NEW);
        assertThat(run(above(27), null, COURSE).alerts())
                .extracting(BacktestAlert::change)
                .containsOnly(Change.NEW);
    }

    @Test
    void aDifferentSeverityIsAChange() {
        Rule critical = rule("'severity': 'critical', 'when': {'kind': 'threshold', 'above': 30}");

        assertThat(run(critical, LIVE, COURSE).alerts())
                .extracting(BacktestAlert::change)
                .containsOnly(Change.CHANGED);
    }

    @Test
    void countsWhatThereIsOfTheRangeAndTakesWhatIsBeforeItAsWarmUp() {
        BacktestResult result = run(plan(above(30), null, at(4), at(900)), COURSE, Long.MAX_VALUE);

        assertThat(result.from()).isEqualTo(at(4));
        assertThat(result.to()).isEqualTo(at(7));
        assertThat(result.askedTo()).isEqualTo(at(900));
        assertThat(result.readings()).isEqualTo(4);
        assertThat(result.warmUpSeconds()).isEqualTo(4);
        assertThat(result.alerts()).extracting(BacktestAlert::openedAt).containsExactly(at(3));
    }

    @Test
    void takesTheRateOfTheRangeThatWasThere() {
        List<PastReading> hour = List.of(reading("a", 0, 31), reading("a", 1, 20), reading("a", 3_600, 20));

        assertThat(run(above(30), null, hour).alertsPerWeek()).isEqualTo(24 * 7);
        assertThat(run(above(40), null, hour).alertsPerWeek()).isZero();
    }

    @Test
    void endsAtTheMostReadings() {
        List<PastReading> many = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            many.add(reading("a", i, 20));
        }

        BacktestResult result = run(above(30), null, many);

        assertThat(result.readings()).isEqualTo(1_000);
        assertThat(result.truncated()).startsWith("It ended after 1,000 readings");
        assertThat(result.to()).isEqualTo(at(999));
    }

    @Test
    void endsAtTheLongestTime() {
        nanos.set(0);
        Pulse pulse = pulse();
        nanos.set(Duration.ofSeconds(61).toNanos());

        assertThat(pulse.getAsBoolean()).isTrue();
        assertThat(pulse.truncation().orElseThrow()).startsWith("It ended after 60 s");
    }

    @Test
    void passesOverTheSeriesForWhichThereIsNoRoom() {
        List<PastReading> five = List.of(
                reading("a", 0, 31),
                reading("b", 1, 31),
                reading("c", 2, 31),
                reading("d", 3, 31),
                reading("a", 4, 31));

        BacktestResult result = run(above(30), null, five);

        assertThat(result.sensors()).isEqualTo(3);
        assertThat(result.alerts()).extracting(BacktestAlert::sensorId).containsExactly("a", "b", "c");
        assertThat(result.truncated()).startsWith("1 readings were passed over");
    }

    @Test
    void tellsHowItGoesOnFiveTimesASecondAndEndsWhenNobodyListens() {
        Pulse pulse = pulse();
        pulse.follow(new FileReadings(COURSE, new SensorGlob("*")));

        for (int i = 0; i < 100; i++) {
            nanos.addAndGet(Duration.ofMillis(10).toNanos());
            assertThat(pulse.getAsBoolean()).isFalse();
        }
        assertThat(audience.told).isBetween(4, 5);

        audience.listens = false;
        nanos.addAndGet(Duration.ofMillis(300).toNanos());
        assertThat(pulse.getAsBoolean()).isTrue();
        assertThat(pulse.isCancelled()).isTrue();
    }

    private BacktestResult run(Rule draft, @Nullable Rule live, List<PastReading> readings) {
        return run(plan(draft, live, null, null), readings, Long.MAX_VALUE);
    }

    private BacktestResult run(BacktestPlan plan, List<PastReading> readings, long nowMillis) {
        FileReadings file = new FileReadings(readings, plan.sensors());
        return new Backtest(plan, BOUNDS.seriesMax(), pulse()).run("one", file, nowMillis);
    }

    private Pulse pulse() {
        return new Pulse(BOUNDS, nanos::get, () -> 0, audience);
    }

    private static BacktestPlan plan(Rule draft, @Nullable Rule live, @Nullable Instant from, @Nullable Instant to) {
        StreamTopics stream = new StreamTopics("temperature");
        return new BacktestPlan(stream, draft, live, new SensorGlob("*"), Map.of(), from, to, Duration.ofSeconds(10));
    }

    private static Rule above(double limit) {
        return rule("'when': {'kind': 'threshold', 'above': %s}".formatted(limit));
    }

    private static final class Listener implements Audience {

        private int told;
        private boolean listens = true;

        @Override
        public void started(String backtestId) {}

        @Override
        public boolean progress(long readings, double share) {
            told++;
            return listens;
        }

        @Override
        public void result(BacktestResult result) {}

        @Override
        public void failed(ProblemException problem) {}
    }
}
