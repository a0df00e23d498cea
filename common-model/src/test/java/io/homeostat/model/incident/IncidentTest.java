package io.homeostat.model.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IncidentTest {

    private static final Instant START = Instant.parse("2026-11-24T08:15:00.250Z");

    @Test
    void isOpenUntilItsVerdict() {
        Incident incident = Incident.of(List.of(event(1, "detected", null, null, 0)), false);

        assertThat(incident.open()).isTrue();
        assertThat(incident.verdict()).isNull();
        assertThat(incident.closedAt()).isNull();
        assertThat(incident.events()).isEmpty();
    }

    @Test
    void tellsItsVerdictItsRemediesAndHowLongItTook() {
        Incident incident = Incident.of(
                List.of(
                        event(1, "detected", null, null, 0),
                        event(2, "remedy-begun", "restart-process", null, 6_000),
                        event(3, "closed", null, "HEALED", 16_000)),
                true);

        assertThat(incident.open()).isFalse();
        assertThat(incident.verdict()).isEqualTo("HEALED");
        assertThat(incident.closedAt()).isEqualTo(START.plusMillis(16_000));
        assertThat(incident.tookMillis()).isEqualTo(16_000);
        assertThat(incident.detectedAfterMillis()).isEqualTo(2_100);
        assertThat(incident.remedies()).containsExactly("restart-process");
        assertThat(incident.events()).hasSize(3);
    }

    @Test
    void staysClosedWhateverIsToldAfterItsVerdict() {
        Incident incident = Incident.of(
                List.of(
                        event(1, "detected", null, null, 0),
                        event(2, "closed", null, "HANDED_OVER", 61_000),
                        event(3, "recovered", null, null, 600_000)),
                false);

        assertThat(incident.open()).isFalse();
        assertThat(incident.verdict()).isEqualTo("HANDED_OVER");
        assertThat(incident.tookMillis()).isEqualTo(61_000);
        assertThat(incident.sequence()).isEqualTo(3);
        assertThat(incident.sentence()).isEqualTo("sentence 3");
    }

    private static IncidentEvent event(
            long sequence, String event, @Nullable String remedy, @Nullable String verdict, long elapsedMillis) {
        return new IncidentEvent(
                "i",
                sequence,
                event,
                "monitor",
                "hung-process",
                remedy,
                verdict,
                START,
                START.plusMillis(elapsedMillis),
                elapsedMillis,
                2_100,
                "sentence " + sequence,
                List.of(),
                List.of());
    }
}
