package io.homeostat.localstack.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Child processes that are shells: quick to start, and as obstinate as a test wants them. */
@DisabledOnOs(OS.WINDOWS)
class ChildIT {

    private static final Duration BOUND = Duration.ofSeconds(15);
    private static final String WAIT_FOR_END_OF_INPUT = "read line";

    @TempDir
    private Path folder;

    private final RecordedNews news = new RecordedNews();
    private @Nullable BooleanSupplier alive;
    private Child child;

    @AfterEach
    void end() throws InterruptedException {
        child.stop();
    }

    @Test
    void comesBackAfterAKill() {
        start(WAIT_FOR_END_OF_INPUT);
        long first = awaitUp();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().atMost(BOUND)
                .until(() -> child.view().restarts() == 1 && child.view().state() == ChildState.UP);
        assertThat(child.view().pid()).isNotEqualTo(first);
        assertThat(child.view().lastExitCode()).isEqualTo(137);
        assertThat(news.told()).containsExactly("started", "ready", "ended 137 PT1S", "started", "ready");
    }

    @Test
    void waitsLongerEachTimeThatItEnds() {
        start("exit 7");

        await().atMost(BOUND).until(() -> news.told().contains("ended 7 PT4S"));
        assertThat(news.told())
                .containsSubsequence("ended 7 PT1S", "started", "ended 7 PT2S", "started", "ended 7 PT4S");
    }

    @Test
    void beginsAnotherLifeWhenAskedTo() {
        start(WAIT_FOR_END_OF_INPUT);
        long first = awaitUp();

        child.restart(false);

        await().atMost(BOUND)
                .until(() -> child.view().restarts() == 1 && child.view().state() == ChildState.UP);
        assertThat(ProcessHandle.of(first)).isEmpty();
        assertThat(news.told()).as("it did not end by itself").doesNotContain("ended 143 PT1S");
    }

    @Test
    void isKilledIfItDoesNotEnd() throws InterruptedException {
        start("trap '' TERM; echo ready; " + WAIT_FOR_END_OF_INPUT);
        awaitUp();
        await().atMost(BOUND)
                .until(() -> Files.readString(folder.resolve("child.log")).contains("ready"));

        child.stop();

        assertThat(child.view())
                .extracting(ChildView::state, ChildView::lastExitCode)
                .containsExactly(ChildState.STOPPED, 137);
    }

    @Test
    void isKilledAtOnceIfThatIsAskedFor() {
        start("trap 'echo asked' TERM; echo ready; " + WAIT_FOR_END_OF_INPUT + "; " + WAIT_FOR_END_OF_INPUT);
        awaitUp();
        await().atMost(BOUND)
                .until(() -> Files.readString(folder.resolve("child.log")).contains("ready"));

        child.restart(true);

        await().atMost(BOUND).until(() -> child.view().restarts() == 1);
        assertThat(child.view().lastExitCode()).isEqualTo(137);
        assertThat(folder.resolve("child.log")).content().doesNotContain("asked");
    }

    @Test
    void isKilledAndComesBackWhenItAnswersNobodyAnyMore() {
        AtomicBoolean answers = new AtomicBoolean(true);
        alive = answers::get;
        start(WAIT_FOR_END_OF_INPUT);
        long first = awaitUp();

        answers.set(false);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> child.view().pid() != null && child.view().pid() != first);

        answers.set(true);
        await().atMost(BOUND).until(() -> child.view().state() == ChildState.UP);
        assertThat(news.told()).containsSubsequence("ready", "lost", "started", "ready");
        assertThat(child.view().lastExitCode()).isEqualTo(137);
    }

    @Test
    void doesNotHearCtrlC() throws IOException, InterruptedException {
        start("kill -INT $$; kill -HUP $$; echo still here; " + WAIT_FOR_END_OF_INPUT);

        await().atMost(BOUND)
                .until(() -> Files.readString(folder.resolve("child.log")).contains("still here"));
        assertThat(child.view().restarts()).isZero();
    }

    @Test
    void isStoppedWhileItWaitsForItsNextStart() throws InterruptedException {
        start("exit 7");
        await().atMost(BOUND).until(() -> child.view().state() == ChildState.BACKING_OFF);

        child.stop();

        assertThat(child.view().state()).isEqualTo(ChildState.STOPPED);
    }

    private void start(String script) {
        ChildPlan plan = new ChildPlan(
                "child",
                "child",
                1,
                URI.create("http://localhost:1"),
                () -> List.of("/bin/sh", "-c", script),
                Map.of(),
                folder.resolve("child.log"),
                () -> true,
                alive);
        child = new Child(plan, new BackOff(), InstantSource.system(), Duration.ofSeconds(1), news);
        child.start();
    }

    private long awaitUp() {
        await().atMost(BOUND).until(() -> child.view().state() == ChildState.UP);
        return child.view().pid();
    }
}
