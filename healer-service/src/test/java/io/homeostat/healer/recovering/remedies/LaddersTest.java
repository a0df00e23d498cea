package io.homeostat.healer.recovering.remedies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeostat.healer.diagnosing.FaultKind;
import io.homeostat.healer.signals.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaddersTest {

    @ParameterizedTest
    @CsvSource({
        "CRASHED, SERVICE, hold restart-process call-person",
        "CRASH_LOOP, SERVICE, hold take-back call-person",
        "HUNG_PROCESS, SERVICE, restart-process restart-process call-person",
        "STALLED_PIPELINE, SERVICE, restart-pipeline restart-process call-person",
        "DEAD_THREAD, SERVICE, replace-thread restart-pipeline restart-process call-person",
        "POISON_RECORD, SERVICE, quarantine quarantine quarantine call-person",
        "OVERLOADED, SERVICE, hold call-person",
        "MEMORY_LOW, SERVICE, hold restart-process call-person",
        "DISK_LOW, SERVICE, hold call-person",
        "FILES_LOW, SERVICE, hold restart-process call-person",
        "BROKER_DOWN, SERVICE, circuit-break call-person",
        "BROKER_DOWN, BROKER, hold restart-process call-person",
        "BROKER_SLOW, BROKER, hold call-person",
        "HELD_BACK, SERVICE, hold call-person",
        "TOPIC_MISSING, SERVICE, hold restart-pipeline restart-process call-person",
        "DATABASE_DOWN, SERVICE, circuit-break call-person",
        "DATABASE_DOWN, DATABASE, hold restart-process call-person",
        "NETWORK_PARTITION, SERVICE, hold call-person",
        "NO_INPUT, SERVICE, hold call-person",
        "MISCONFIGURED, SERVICE, take-back call-person",
        "UNKNOWN, SERVICE, hold call-person"
    })
    void hasADefaultForEachKind(FaultKind kind, Role role, String remedies) {
        assertThat(String.join(" ", labels(Ladders.defaults().of(kind, role)))).isEqualTo(remedies);
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void restartsByDefaultNothingThatMustNotBeRestarted(FaultKind kind) {
        for (Role role : Role.values()) {
            if (!FaultNature.restartable(kind).contains(role)) {
                assertThat(Ladders.defaults().of(kind, role).remedies()).noneMatch(RemedyKind::isRestart);
            }
        }
    }

    @Test
    void putsWhatIsConfiguredInThePlaceOfTheDefault() {
        Ladders ladders = Ladders.configured(Map.of(
                "hung-process", List.of("restart-process", "call-person"),
                "stalled-pipeline.broker", List.of("call-person")));

        assertThat(labels(ladders.of(FaultKind.HUNG_PROCESS, Role.SERVICE)))
                .containsExactly("restart-process", "call-person");
        assertThat(labels(ladders.of(FaultKind.STALLED_PIPELINE, Role.BROKER))).containsExactly("call-person");
        assertThat(labels(ladders.of(FaultKind.STALLED_PIPELINE, Role.SERVICE)))
                .containsExactly("restart-pipeline", "restart-process", "call-person");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "overloaded",
                "broker-slow",
                "held-back",
                "network-partition",
                "no-input",
                "database-down",
                "database-down.service",
                "broker-down",
                "broker-down.database"
            })
    void refusesARestartForWhatIsNeverRestarted(String key) {
        assertThatThrownBy(() -> Ladders.configured(Map.of(key, List.of("hold", "restart-pipeline", "call-person"))))
                .hasMessage("the ladder for %s must restart nothing, but has restart-pipeline", key);
    }

    @Test
    void refusesUnknownKindsRolesAndRemedies() {
        List<String> person = List.of("call-person");

        assertThatThrownBy(() -> Ladders.configured(Map.of("hanged", person)))
                .hasMessageStartingWith("a ladder must be for one of [crashed, crash-loop,")
                .hasMessageEndingWith("was for hanged");
        assertThatThrownBy(() -> Ladders.configured(Map.of("crashed.printer", person)))
                .hasMessage("the ladder for crashed must be for the role [service, broker, database], was for printer");
        assertThatThrownBy(() -> Ladders.configured(Map.of("crashed", List.of("reboot", "call-person"))))
                .hasMessage("the ladder for crashed must hold some of [hold, retry, quarantine, circuit-break,"
                        + " replace-thread, restart-pipeline, restart-process, take-back, call-person],"
                        + " but has reboot");
    }

    @Test
    void goNoGentlerAfterWhatWasTriedButForAQuarantine() {
        assertThat(Ladders.defaults()
                        .of(FaultKind.DEAD_THREAD, Role.SERVICE)
                        .without(List.of(RemedyKind.RESTART_PROCESS)))
                .containsExactly(RemedyKind.CALL_PERSON);
        assertThat(Ladders.defaults()
                        .of(FaultKind.POISON_RECORD, Role.SERVICE)
                        .without(List.of(RemedyKind.RESTART_PIPELINE, RemedyKind.QUARANTINE)))
                .containsExactly(RemedyKind.QUARANTINE, RemedyKind.QUARANTINE, RemedyKind.CALL_PERSON);
    }

    @Test
    void refusesRungsThatGoDown() {
        assertThatThrownBy(() -> Ladders.configured(
                        Map.of("stalled-pipeline", List.of("restart-process", "restart-pipeline", "call-person"))))
                .hasMessage("the ladder for stalled-pipeline is wrong: a ladder must go from gentle to hard,"
                        + " but restart-pipeline comes after restart-process");
    }

    @Test
    void refusesALadderThatDoesNotEndWithAPerson() {
        assertThatThrownBy(() -> Ladders.configured(Map.of("crashed", List.of("hold"))))
                .hasMessage("the ladder for crashed is wrong: a ladder must end with call-person"
                        + " and have it nowhere else, was [hold]");
        assertThatThrownBy(() -> Ladders.configured(Map.of("crashed", List.of())))
                .hasMessageEndingWith("was []");
        assertThatThrownBy(() -> Ladders.configured(Map.of("crashed", List.of("call-person", "call-person"))))
                .hasMessageEndingWith("was [call-person, call-person]");
    }

    @Test
    void leavesWhatWasNotTriedAndIsNotGentler() {
        Ladder ladder = Ladders.defaults().of(FaultKind.HUNG_PROCESS, Role.SERVICE);
        Ladder other = Ladders.defaults().of(FaultKind.DEAD_THREAD, Role.SERVICE);

        assertThat(ladder.without(List.of(RemedyKind.RESTART_PROCESS)))
                .containsExactly(RemedyKind.RESTART_PROCESS, RemedyKind.CALL_PERSON);
        assertThat(other.without(List.of(RemedyKind.RESTART_PROCESS))).containsExactly(RemedyKind.CALL_PERSON);
        assertThat(other.without(List.of(RemedyKind.RESTART_PIPELINE)))
                .containsExactly(RemedyKind.REPLACE_THREAD, RemedyKind.RESTART_PROCESS, RemedyKind.CALL_PERSON);
    }

    @Test
    void ordersRemediesFromGentleToHard() {
        assertThat(RemedyKind.values()).isSortedAccordingTo((one, two) -> Integer.compare(one.rung(), two.rung()));
        assertThat(RemedyKind.HOLD.rung()).isZero();
        assertThat(RemedyKind.CALL_PERSON.rung()).isEqualTo(7);
    }

    private static List<String> labels(Ladder ladder) {
        return ladder.remedies().stream().map(RemedyKind::label).toList();
    }
}
