package io.homeostat.healer.watching;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.healer.signals.ProcessSignals;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SupervisorWatcherTest {

    private final SupervisorWatcher watcher = new SupervisorWatcher(null, new Inquirer(), () -> 0);

    @Test
    void knowsNothingOfWhomItWasNotTold() {
        assertThat(watcher.of("monitor", 0)).isEqualTo(ProcessSignals.UNKNOWN);
    }

    @Test
    void countsEachEndOnceHoweverItIsSeen() {
        tell("UP", 100L, 0, null, 0);
        tell("BACKING_OFF", null, 0, 137, 1_000);
        tell("STARTING", 101L, 1, 137, 2_000);
        tell("UP", 101L, 1, 137, 3_000);
        // too quick to be seen without a process
        tell("STARTING", 102L, 2, 1, 4_000);

        ProcessSignals signals = watcher.of("monitor", 4_500);
        assertThat(signals.endsLately()).isEqualTo(2);
        assertThat(signals.state()).isEqualTo("STARTING");
        assertThat(signals.inStateMillis()).isEqualTo(500);
        assertThat(signals.pid()).isEqualTo(102);
        assertThat(signals.lastExitCode()).isEqualTo(1);
    }

    @Test
    void doesNotTakeWhatWasBeforeItForAnEnd() {
        tell("UP", 100L, 3, 1, 0);

        assertThat(watcher.of("monitor", 0).endsLately()).isZero();
    }

    @Test
    void forgetsEndsAfterFiveMinutes() {
        tell("UP", 100L, 0, null, 0);
        tell("UP", 101L, 1, 137, 1_000);
        tell("UP", 101L, 1, 137, 302_000);

        assertThat(watcher.of("monitor", 302_000).endsLately()).isZero();
    }

    @Test
    void isNotBelievedForLong() {
        tell("UP", 100L, 0, null, 0);

        assertThat(watcher.of("monitor", 6_000)).isEqualTo(ProcessSignals.UNKNOWN);
    }

    @Test
    void countsNoEndThatWasAskedFor() {
        tell("UP", 100L, 0, null, 0);
        watcher.note(JsonMapper.builder().build().readTree("""
                                [{"name": "monitor", "state": "STARTING", "pid": 101, "restarts": 1,
                                  "lastExitCode": 137, "lastEndAsked": true}]
                                """), 1_000);

        assertThat(watcher.of("monitor", 1_000).endsLately()).isZero();
        assertThat(watcher.of("monitor", 1_000).lastEndAsked()).isTrue();
    }

    private void tell(String state, Long pid, int restarts, Integer exitCode, long nowMillis) {
        String items =
                "[{\"name\": \"monitor\", \"state\": \"%s\", \"pid\": %s, \"restarts\": %d, \"lastExitCode\": %s}]"
                        .formatted(state, pid, restarts, exitCode);
        watcher.note(JsonMapper.builder().build().readTree(items), nowMillis);
    }
}
