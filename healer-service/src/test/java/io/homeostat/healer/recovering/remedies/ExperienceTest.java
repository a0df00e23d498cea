package io.homeostat.healer.recovering.remedies;

import static io.homeostat.healer.diagnosing.FaultKind.CRASHED;
import static io.homeostat.healer.diagnosing.FaultKind.DEAD_THREAD;
import static io.homeostat.healer.recovering.remedies.RemedyKind.CALL_PERSON;
import static io.homeostat.healer.recovering.remedies.RemedyKind.HOLD;
import static io.homeostat.healer.recovering.remedies.RemedyKind.REPLACE_THREAD;
import static io.homeostat.healer.recovering.remedies.RemedyKind.RESTART_PIPELINE;
import static io.homeostat.healer.recovering.remedies.RemedyKind.RESTART_PROCESS;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.healer.signals.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExperienceTest {

    private static final List<RemedyKind> LADDER =
            Ladders.defaults().of(DEAD_THREAD, Role.SERVICE).remedies();

    private final Experience experience = new Experience();

    @Test
    void beginsAtTheBottomWithoutExperience() {
        assertThat(start(Set.of(RESTART_PROCESS))).isEqualTo(REPLACE_THREAD);
    }

    @Test
    void beginsWhereItWorkedBefore() {
        experience.worked(DEAD_THREAD, "monitor", RESTART_PROCESS, 9_000);

        assertThat(start(Set.of(RESTART_PROCESS))).isEqualTo(RESTART_PROCESS);
    }

    @Test
    void beginsNeverAboveWhatIsAllowed() {
        experience.worked(DEAD_THREAD, "monitor", RESTART_PROCESS, 9_000);

        assertThat(start(Set.of(RESTART_PIPELINE))).isEqualTo(RESTART_PIPELINE);
        assertThat(start(Set.of())).isEqualTo(REPLACE_THREAD);
    }

    @Test
    void beginsAtTheBottomAgainWhenItDidNotWorkTheLastTime() {
        experience.worked(DEAD_THREAD, "monitor", RESTART_PROCESS, 9_000);
        experience.failed(DEAD_THREAD, "monitor", RESTART_PROCESS);

        assertThat(start(Set.of(RESTART_PROCESS))).isEqualTo(REPLACE_THREAD);
    }

    @Test
    void beginsWithWhatWorkedLast() {
        experience.worked(DEAD_THREAD, "monitor", RESTART_PROCESS, 9_000);
        experience.worked(DEAD_THREAD, "monitor", RESTART_PIPELINE, 3_000);

        assertThat(start(Set.of(RESTART_PIPELINE, RESTART_PROCESS))).isEqualTo(RESTART_PIPELINE);
    }

    @Test
    void keepsTargetsAndKindsApart() {
        experience.worked(DEAD_THREAD, "healer", RESTART_PROCESS, 9_000);
        experience.worked(CRASHED, "monitor", RESTART_PROCESS, 9_000);

        assertThat(start(Set.of(RESTART_PROCESS))).isEqualTo(REPLACE_THREAD);
    }

    @Test
    void skipsWhatFailedTwiceInARowAndSaysWhy() {
        experience.failed(DEAD_THREAD, "monitor", RESTART_PIPELINE);
        assertThat(experience.skip(DEAD_THREAD, "monitor", RESTART_PIPELINE)).isEmpty();

        experience.failed(DEAD_THREAD, "monitor", RESTART_PIPELINE);
        assertThat(experience.skip(DEAD_THREAD, "monitor", RESTART_PIPELINE))
                .hasValue("restart-pipeline is skipped: for dead-thread of monitor it failed 2 times in a row");
        assertThat(experience.skip(DEAD_THREAD, "healer", RESTART_PIPELINE)).isEmpty();
    }

    @Test
    void skipsNothingThatWorkedSince() {
        experience.failed(DEAD_THREAD, "monitor", RESTART_PIPELINE);
        experience.worked(DEAD_THREAD, "monitor", RESTART_PIPELINE, 3_000);
        experience.failed(DEAD_THREAD, "monitor", RESTART_PIPELINE);

        assertThat(experience.skip(DEAD_THREAD, "monitor", RESTART_PIPELINE)).isEmpty();
    }

    @Test
    void skipsNeitherWaitingNorCalling() {
        for (int i = 0; i < 3; i++) {
            experience.failed(CRASHED, "monitor", HOLD);
            experience.failed(CRASHED, "monitor", CALL_PERSON);
        }

        assertThat(experience.skip(CRASHED, "monitor", HOLD)).isEmpty();
        assertThat(experience.skip(CRASHED, "monitor", CALL_PERSON)).isEmpty();
    }

    @Test
    void knowsHowOftenAndHowLong() {
        experience.worked(DEAD_THREAD, "monitor", RESTART_PIPELINE, 2_000);
        experience.failed(DEAD_THREAD, "monitor", RESTART_PIPELINE);
        experience.worked(DEAD_THREAD, "monitor", RESTART_PIPELINE, 4_000);

        assertThat(experience.learned())
                .containsExactly(new Learned(DEAD_THREAD, "monitor", RESTART_PIPELINE, 2, 1, 0, 3_000, 2));
    }

    @Test
    void isTheSameAfterStoring() {
        experience.worked(DEAD_THREAD, "monitor", RESTART_PIPELINE, 2_000);
        experience.worked(DEAD_THREAD, "monitor", RESTART_PROCESS, 2_000);

        Experience stored = new Experience(experience.learned());
        stored.worked(DEAD_THREAD, "monitor", RESTART_PIPELINE, 2_000);

        assertThat(stored.workedLast(DEAD_THREAD, "monitor")).hasValue(RESTART_PIPELINE);
    }

    @Test
    void canBeReset() {
        experience.worked(DEAD_THREAD, "monitor", RESTART_PIPELINE, 2_000);
        experience.worked(DEAD_THREAD, "healer", RESTART_PIPELINE, 2_000);

        experience.reset("monitor");
        assertThat(experience.learned()).extracting(Learned::target).containsExactly("healer");

        experience.reset();
        assertThat(experience.learned()).isEmpty();
    }

    private RemedyKind start(Set<RemedyKind> allowed) {
        return experience.startingRung(DEAD_THREAD, "monitor", LADDER, allowed::contains);
    }
}
