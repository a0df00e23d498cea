package io.homeostat.monitor.past;

import static io.homeostat.monitor.past.PastTests.at;
import static io.homeostat.monitor.past.PastTests.reading;
import static io.homeostat.monitor.past.PastTests.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.detection.series.SeriesState;
import io.homeostat.model.StreamTopics;
import io.homeostat.model.alert.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleRunTest {

    private static final String HOT = "'when': {'kind': 'threshold', 'above': 30}";

    private final SeriesState state = new SeriesState();

    @Test
    void tellsAlertsThatFiredWithTheirEnds() {
        RuleRun run = run(HOT + ", 'for': 'PT5S', 'severity': 'critical'");
        judge(run, reading("a", 0, 31), reading("a", 4, 20), reading("a", 10, 31), reading("a", 20, 20));

        assertThat(alerts(run)).singleElement().satisfies(alert -> {
            assertThat(alert.openedAt()).isEqualTo(at(10));
            assertThat(alert.resolvedAt()).isEqualTo(at(20));
            assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(alert.value()).isEqualTo(31);
            assertThat(alert.reasonCode()).isEqualTo("above-limit-for");
        });
    }

    @Test
    void leavesOutWhatALateReadingProvesWrong() {
        RuleRun run = run(HOT + ", 'for': 'PT5S'");
        judge(run, reading("a", 0, 31), reading("a", 8, 31));
        assertThat(alerts(run)).hasSize(1);

        judge(run, reading("a", 4, 20, 9), reading("a", 9, 20));

        assertThat(alerts(run)).isEmpty();
    }

    @Test
    void letsTimePassToTheEndOfTheRange() {
        RuleRun run = run("'when': {'kind': 'missing', 'duration': 'PT30S'}");
        judge(run, reading("a", 0, 20));

        run.passTime(state, "a", at(29).toEpochMilli(), Long.MAX_VALUE);
        assertThat(alerts(run)).isEmpty();
        run.passTime(state, "a", at(30).toEpochMilli(), Long.MAX_VALUE);
        assertThat(alerts(run)).extracting(RaisedAlert::openedAt).containsExactly(at(30));
    }

    @Test
    void letsNoTimePassThatTheSeriesClockHasNotSeen() {
        RuleRun run = run("'when': {'kind': 'missing', 'duration': 'PT30S'}");
        judge(run, reading("a", 0, 20, 1_000));

        run.passTime(state, "a", at(500).toEpochMilli(), at(1_039).toEpochMilli());
        assertThat(alerts(run)).isEmpty();
        run.passTime(state, "a", at(500).toEpochMilli(), at(1_040).toEpochMilli());
        assertThat(alerts(run)).hasSize(1);
    }

    @Test
    void tellsWhatLiesInAStretchAtLeastInPart() {
        RuleRun run = run(HOT);
        judge(run, reading("a", 0, 31), reading("a", 10, 20), reading("a", 20, 31));

        assertThat(run.alerts(at(10), at(19))).hasSize(1);
        assertThat(run.alerts(at(11), at(19))).isEmpty();
        assertThat(run.alerts(at(11), at(20))).hasSize(1);
        assertThat(run.alerts(at(500), at(600))).hasSize(1);
    }

    @Test
    void isAboutTheSensorsOfItsRule() {
        RuleRun run = run(HOT + ", 'sensors': 'boiler-*'");

        assertThat(run.isAbout("boiler-7")).isTrue();
        assertThat(run.isAbout("oven-7")).isFalse();
    }

    private static RuleRun run(String fields) {
        return new RuleRun(new StreamTopics("temperature"), rule(fields), Map.of(), Duration.ofSeconds(10));
    }

    private void judge(RuleRun run, PastReading... readings) {
        for (PastReading past : readings) {
            var unused = run.judge(state, past);
        }
    }

    private static List<RaisedAlert> alerts(RuleRun run) {
        return run.alerts(Instant.MIN, Instant.MAX);
    }
}
