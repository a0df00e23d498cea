package io.homeostat.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A rule that is edited while 20,000 readings a second run, with {@code kill -9} in between, loses no alert, doubles none
 * and leaves none without an end.
 *
 * <p>What the sensors said is compared exactly where a sensor's readings come in their order. Those that come over
 * several partitions may be late, and an edit settles what was read before it: of them each alert must be whole.
 */
class RuleEditIT {

    @TempDir
    Path folder;

    @Test
    void editsLoseDoubleOrLeaveOpenNoAlert() {
        holdsThrough(3, 400_000, 20, 1);
    }

    @Tag("slow")
    @Test
    void aHundredEditsDoNotEither() {
        holdsThrough(4, 1_600_000, 100, 2);
    }

    private void holdsThrough(long seed, int readings, int edits, int kills) {
        SeededTraffic traffic = new SeededTraffic(seed, Instant.now(), readings);
        try (KilledHomeostat homeostat = new KilledHomeostat(folder, seed, false)) {
            RuleEditor editor = new RuleEditor(
                            homeostat.monitor().uri("/api/rules/temperature-high"), edits, Duration.ofMillis(300))
                    .start();
            homeostat.run(traffic, kills);
            assertThat(editor.await()).as("edits made").isEqualTo(edits);

            List<AlertSpan> expected = traffic.alerts();
            AlertHistory history = AlertHistory.of(homeostat.alertEventsInTheEnd(2 * expected.size() * 9 / 10));
            assertThat(history.sequencesWithAGap()).as("sequences").isEmpty();
            assertThat(history.versions()).as("versions that made alerts").hasSizeGreaterThan(2);
            assertThat(Difference.between(inOrder(traffic, expected), inOrder(traffic, history.spans())))
                    .as("alerts of sensors whose readings come in order")
                    .isEqualTo(Difference.NONE);
            assertThat(history.openTwiceAtATime())
                    .as("alerts that were open beside another")
                    .isEmpty();
            assertThat(history.spans().stream().filter(span -> span.resolvedAt() == null))
                    .as("alerts without an end")
                    .allMatch(expected::contains);
        }
    }

    private static List<AlertSpan> inOrder(SeededTraffic traffic, List<AlertSpan> spans) {
        return spans.stream()
                .filter(span -> traffic.comesInOrder(span.sensorId()))
                .toList();
    }
}
