package io.homeostat.localstack.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChildLifeTest {

    private static final ChildPlan PLAN = new ChildPlan(
            "monitor",
            "monitor-service",
            8082,
            URI.create("http://localhost:8082"),
            () -> List.of("java"),
            Map.of(),
            Path.of("monitor.log"),
            () -> true,
            null);

    private final SettableClock clock = new SettableClock();
    private final ChildLife life = new ChildLife(PLAN, new BackOff(), clock);

    @Test
    void waitsBeforeItsFirstStart() {
        assertThat(life.view().state()).isEqualTo(ChildState.WAITING);
        assertThat(life.view().pid()).isNull();
    }

    @Test
    void saysOnceHowLongItTookToBeReady() {
        life.started(7);
        clock.pass(Duration.ofSeconds(2));
        assertThat(life.answered(false)).isNull();
        clock.pass(Duration.ofSeconds(1));

        assertThat(life.answered(true)).hasSeconds(3);
        assertThat(life.answered(true)).isNull();
        assertThat(life.view().state()).isEqualTo(ChildState.UP);
    }

    @Test
    void isUnhealthyOnlyAfterItWasReady() {
        life.started(7);
        life.answered(false);
        assertThat(life.view().state()).isEqualTo(ChildState.STARTING);

        life.answered(true);
        life.answered(false);
        assertThat(life.view().state()).isEqualTo(ChildState.UNHEALTHY);

        assertThat(life.answered(true))
                .as("ready again, but not for the first time")
                .isNull();
        assertThat(life.view().state()).isEqualTo(ChildState.UP);
    }

    @Test
    void waitsLongerFromEndToEnd() {
        assertThat(oneLife(Duration.ofSeconds(10))).hasSeconds(1);
        assertThat(oneLife(Duration.ofSeconds(10))).hasSeconds(2);
        assertThat(oneLife(Duration.ofSeconds(10))).hasSeconds(4);
        assertThat(oneLife(Duration.ofSeconds(60))).hasSeconds(1);
    }

    @Test
    void doesNotTakeAMinuteOfUnreadinessForHealth() {
        oneLife(Duration.ZERO);
        life.started(8);
        clock.pass(Duration.ofMinutes(2));

        assertThat(life.ended(1)).hasSeconds(2);
    }

    @Test
    void countsFromTheLastTimeThatItBecameReady() {
        oneLife(Duration.ZERO);
        life.started(8);
        life.answered(true);
        clock.pass(Duration.ofSeconds(50));
        life.answered(false);
        life.answered(true);
        clock.pass(Duration.ofSeconds(50));

        assertThat(life.ended(1)).hasSeconds(2);
    }

    @Test
    void showsTheEndAndTheRestarts() {
        life.started(7);
        life.ended(137);
        assertThat(life.view())
                .extracting(ChildView::state, ChildView::pid, ChildView::lastExitCode, ChildView::restarts)
                .containsExactly(ChildState.BACKING_OFF, null, 137, 0);

        life.started(8);
        assertThat(life.view())
                .extracting(ChildView::state, ChildView::pid, ChildView::lastExitCode, ChildView::restarts)
                .containsExactly(ChildState.STARTING, 8L, 137, 1);
    }

    @Test
    void beginsWithAShortWaitAfterARestartThatWasAskedFor() {
        oneLife(Duration.ZERO);
        oneLife(Duration.ZERO);
        life.started(9);
        life.stopping();
        life.endedForRestart(143);
        life.started(10);

        assertThat(life.view().lastEndAsked()).isTrue();
        assertThat(life.ended(1)).hasSeconds(1);
    }

    @Test
    void staysStoppingWhateverItAnswers() {
        life.started(7);
        life.stopping();
        life.answered(true);

        assertThat(life.view().state()).isEqualTo(ChildState.STOPPING);
    }

    private Duration oneLife(Duration healthy) {
        life.started(7);
        life.answered(true);
        clock.pass(healthy);
        return life.ended(1);
    }
}
