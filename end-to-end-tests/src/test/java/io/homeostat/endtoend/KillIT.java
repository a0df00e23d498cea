package io.homeostat.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Promise 1 and 3: whatever is killed and when, each breach has one alert and each failed reading one correction. */
class KillIT {

    private static final int READINGS = 200_000;

    @TempDir
    Path folder;

    @Test
    void everyBreachHasOneAlertAndEveryFailedReadingOneCorrectionThoughBothAreKilled() {
        holdsThrough(1, 2);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theSameTenTimesInARow(long seed) {
        holdsThrough(seed, 4);
    }

    /** If this passed, the test above would prove nothing. */
    @Test
    void aMonitorThatWritesItsStateTooLateIsFoundOut() {
        SeededTraffic traffic = new SeededTraffic(2, Instant.now(), READINGS / 5);
        try (KilledHomeostat homeostat = new KilledHomeostat(folder, 2, true)) {
            homeostat.run(traffic, 1);
            List<AlertSpan> expected = traffic.alerts();
            List<AlertSpan> found = AlertSpan.of(homeostat.alertEventsInTheEnd(expected.size()));
            Difference difference = Difference.between(expected, found);
            assertThat(difference).isNotEqualTo(Difference.NONE);
            assertThat(found).as("most are right all the same").hasSizeGreaterThan(expected.size() / 2);
        }
    }

    private void holdsThrough(long seed, int kills) {
        SeededTraffic traffic = new SeededTraffic(seed, Instant.now(), READINGS);
        try (KilledHomeostat homeostat = new KilledHomeostat(folder, seed, false)) {
            homeostat.run(traffic, kills);

            List<String> failed = traffic.failedReadings();
            List<JsonNode> corrections = homeostat.correctionsInTheEnd(failed.size());
            assertThat(Difference.between(
                            failed, corrections.stream().map(KillIT::reading).toList()))
                    .as("corrections, seed %d", seed)
                    .isEqualTo(Difference.NONE);

            List<AlertSpan> expected = traffic.alerts();
            List<JsonNode> events = homeostat.alertEventsInTheEnd(2 * expected.size());
            assertThat(AlertHistory.of(events).sequencesWithAGap())
                    .as("sequences, seed %d", seed)
                    .isEmpty();
            assertThat(Difference.between(expected, AlertSpan.of(events)))
                    .as("alerts, seed %d", seed)
                    .isEqualTo(Difference.NONE);
        }
    }

    private static String reading(JsonNode correction) {
        return correction.get("sensorId").asString() + " "
                + Instant.parse(correction.get("timestamp").asString());
    }
}
