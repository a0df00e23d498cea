package io.homeostat.healer.healing;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.healer.diagnosing.FaultKind;
import io.homeostat.healer.incidents.IncidentBook;
import io.homeostat.healer.recovering.RecoveryPhase;
import io.homeostat.healer.recovering.RecoveryState;
import io.homeostat.healer.recovering.remedies.RemedyKind;
import io.homeostat.model.incident.IncidentEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InheritanceTest {

    private static final Instant AT = Instant.parse("2026-11-26T03:00:00Z");

    private final IncidentBook book = new IncidentBook();
    private long sequence;

    @Test
    void verifiesARemedyThatAnotherHadBegun() {
        tell("detected", null);
        tell("diagnosed", null);
        tell("remedy-begun", "restart-process");

        RecoveryState state = inherited();

        assertThat(state.phase()).isEqualTo(RecoveryPhase.RUNNING);
        assertThat(state.remedy()).isEqualTo(RemedyKind.RESTART_PROCESS);
        assertThat(state.key()).isEqualTo("i-1/1/restart-process");
        assertThat(state.tried()).containsExactly(RemedyKind.RESTART_PROCESS);
    }

    @Test
    void triesNothingAgainThatDidNotHelp() {
        tell("detected", null);
        tell("remedy-begun", "restart-pipeline");
        tell("remedy-ended", "restart-pipeline");
        tell("not-healed", "restart-pipeline");

        RecoveryState state = inherited();

        assertThat(state.phase()).isEqualTo(RecoveryPhase.CHOOSING);
        assertThat(state.remedy()).isNull();
        assertThat(state.tried()).containsExactly(RemedyKind.RESTART_PIPELINE);
        assertThat(state.begun()).isEqualTo(1);
    }

    @Test
    void keepsWhatIsKnownOfTheFault() {
        tell("detected", null);
        tell("diagnosed", null);

        RecoveryState state = inherited();

        assertThat(state.target()).isEqualTo("monitor");
        assertThat(state.diagnosis().kind()).isEqualTo(FaultKind.HUNG_PROCESS);
        assertThat(state.diagnosis().evidence()).containsExactly("it is silent");
        assertThat(state.detectedAgoMillis()).isEqualTo(200);
        assertThat(state.factual()).isFalse();
    }

    private RecoveryState inherited() {
        return Inheritance.of(book.open().get(0));
    }

    private void tell(String event, @Nullable String remedy) {
        sequence++;
        book.add(new IncidentEvent(
                "i-1",
                sequence,
                event,
                "monitor",
                "hung-process",
                remedy,
                null,
                AT,
                AT.plusMillis(sequence * 100),
                sequence * 100,
                3_000,
                "something happened",
                event.equals("diagnosed") ? List.of("it is silent") : List.of(),
                List.of()));
    }
}
