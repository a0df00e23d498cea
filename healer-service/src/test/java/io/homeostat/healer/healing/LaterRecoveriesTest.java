package io.homeostat.healer.healing;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.healer.diagnosing.Diagnosis;
import io.homeostat.healer.diagnosing.FaultKind;
import io.homeostat.healer.incidents.IncidentBook;
import io.homeostat.healer.recovering.Sights;
import io.homeostat.model.incident.IncidentEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaterRecoveriesTest {

    private static final Instant AT = Instant.parse("2026-11-26T03:00:00Z");
    private static final long STABLE = 5_000;

    private final IncidentBook book = new IncidentBook();

    @Test
    void tellsOnceThatAHandedOverTargetWorksAgain() {
        book.add(closed("i-1", "HANDED_OVER"));

        List<IncidentEvent> told = look(List.of());
        assertThat(told)
                .singleElement()
                .satisfies(event -> assertThat(event.event()).isEqualTo("recovered"))
                .satisfies(event -> assertThat(event.sequence()).isEqualTo(8))
                .satisfies(event -> assertThat(event.elapsedMillis()).isEqualTo(600_000))
                .satisfies(event ->
                        assertThat(event.sentence()).isEqualTo("monitor works again, and has been well for 5 s"));

        told.forEach(book::add);
        assertThat(look(List.of())).isEmpty();
    }

    @Test
    void saysNothingWhileTheFaultIsSeenAtTheTargetOrAtWhatItDependsOn() {
        book.add(closed("i-1", "HANDED_OVER"));

        assertThat(look(List.of(Sights.fault("monitor", FaultKind.UNKNOWN, 0)))).isEmpty();
        assertThat(look(List.of(Sights.fault("broker", FaultKind.BROKER_DOWN, 0, "monitor"))))
                .isEmpty();
    }

    @Test
    void saysNothingOfIncidentsThatEndedWithoutACall() {
        book.add(closed("i-1", "HEALED"));

        assertThat(look(List.of())).isEmpty();
    }

    private List<IncidentEvent> look(List<Diagnosis> faults) {
        return LaterRecoveries.of(book.handedOver(), new Sights().at(0), faults, STABLE, AT.plusSeconds(600));
    }

    private static IncidentEvent closed(String id, String verdict) {
        return new IncidentEvent(
                id,
                7,
                "closed",
                "monitor",
                "unknown",
                null,
                verdict,
                AT,
                AT.plusSeconds(60),
                60_000,
                0,
                "over",
                List.of(),
                List.of());
    }
}
