package io.homeostat.healer.healing;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.healer.diagnosing.Diagnosis;
import io.homeostat.healer.diagnosing.FaultKind;
import io.homeostat.healer.recovering.Mark;
import io.homeostat.healer.recovering.RecoveryPhase;
import io.homeostat.healer.recovering.RecoveryState;
import io.homeostat.healer.recovering.guards.LedgerState;
import io.homeostat.healer.recovering.remedies.RemedyKind;
import io.homeostat.runtime.files.JsonFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryJournalTest {

    @TempDir
    private Path folder;

    @Test
    void givesBackWhatWasWrittenLast() {
        JsonFile<RecoveryJournal> file =
                new JsonFile<>(folder.resolve("recoveries.json"), RecoveryJournal.class, "the recoveries under way");
        RecoveryJournal journal = new RecoveryJournal(
                List.of(state()),
                Map.of("monitor", 4L),
                Map.of("monitor", Instant.parse("2026-11-24T08:15:00.250Z")),
                new LedgerState(
                        List.of(new LedgerState.Restart("monitor", 5_000)),
                        List.of(new LedgerState.BackOff("monitor", 1, 4_000, 0))));

        file.write(journal);

        assertThat(file.read()).contains(journal);
    }

    private static RecoveryState state() {
        Diagnosis diagnosis = new Diagnosis(
                "monitor", FaultKind.HUNG_PROCESS, 0.8, List.of("it is silent"), List.of(), List.of(), 9_000);
        return new RecoveryState(
                "i-1",
                "monitor",
                diagnosis,
                RecoveryPhase.RUNNING,
                false,
                9_000,
                100,
                null,
                "",
                null,
                null,
                List.<Mark>of(),
                List.of(RemedyKind.RESTART_PROCESS),
                List.of(),
                1,
                RemedyKind.RESTART_PROCESS,
                "i-1/1",
                FaultKind.HUNG_PROCESS,
                100);
    }
}
