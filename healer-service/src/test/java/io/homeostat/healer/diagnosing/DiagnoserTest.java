package io.homeostat.healer.diagnosing;

import static io.homeostat.healer.diagnosing.StackBuilder.well;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.healer.signals.Answer;
import io.homeostat.healer.signals.Snapshot;
import io.homeostat.healer.signals.TargetSignals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiagnoserTest {

    private final Diagnoser diagnoser = new Diagnoser(DiagnosisLimits.DEFAULTS);

    static Stream<DiagnosisCase> cases() {
        return Stream.of(
                        ProcessCases.ends(),
                        ProcessCases.hangs(),
                        PipelineCases.pipelines(),
                        PipelineCases.resources(),
                        RootCases.roots(),
                        RootCases.nothing())
                .flatMap(cases -> cases);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatIsWrongAndWithWhom(DiagnosisCase one) {
        assertThat(summary(one.snapshot())).isEqualTo(one.expected());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void doesNotCareForTheOrderOfTheTargets(DiagnosisCase one) {
        List<Diagnosis> expected = diagnoser.diagnose(one.snapshot());
        Random random = new Random(7);
        for (int round = 0; round < 10; round++) {
            List<TargetSignals> shuffled = new ArrayList<>(one.snapshot().targets());
            Collections.shuffle(shuffled, random);
            assertThat(diagnoser.diagnose(new Snapshot(
                            one.snapshot().atMillis(), shuffled, one.snapshot().ownPauseMillis())))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesEvidenceWithFiguresForAllThatItSays(DiagnosisCase one) {
        assertThat(diagnoser.diagnose(one.snapshot())).allSatisfy(diagnosis -> {
            assertThat(diagnosis.evidence()).isNotEmpty().allMatch(sentence -> !sentence.isBlank());
            assertThat(diagnosis.evidence()).anyMatch(sentence -> sentence.matches(".*\\d.*"));
            assertThat(String.join(" ", diagnosis.evidence()) + String.join(" ", diagnosis.ruledOut()))
                    .doesNotContain("null", "NaN", String.valueOf(Long.MAX_VALUE));
            assertThat(diagnosis.sinceMillis()).isBetween(0L, TargetBuilder.HOUR);
        });
    }

    @Test
    void tellsTheWholeStoryOfACrash() {
        Diagnosis crash = only(well().monitor(one -> one.heap(0.97, 0.1)
                .silent(Answer.REFUSED, 1_200)
                .mute(1_500)
                .changed(40_000)
                .process("BACKING_OFF", 900, 1, 137)));
        assertThat(crash.evidence())
                .containsExactly(
                        "The supervisor says BACKING_OFF: its process ended 0.9 s ago with exit code 137 (killed by"
                                + " signal 9).",
                        "It last said that it is well 1.2 s ago (phi 12.0); now the connection is refused: it was so.",
                        "Its last heartbeat said that 97 % of its heap stayed in use after a collection: it may have run"
                                + " out of memory.",
                        "Its rules or its configuration changed 40.0 s ago.");
        assertThat(crash.ruledOut())
                .containsExactly(
                        "Not the broker: it answered 0.2 s ago.",
                        "Not the database: it answered 0.2 s ago.",
                        "Not the network between it and this healer: its supervisor has no running process of it either.",
                        "No crash loop: it ended once in five minutes.");
    }

    @Test
    void tellsTheWholeStoryOfAStall() {
        Diagnosis stall = only(well().monitor(one -> one.still(1, 9_400).canaryWaits(9_000)));
        assertThat(stall.evidence())
                .containsExactly(
                        "Its position on temperature-1 has stood at 1000 for 9.4 s with 250 records to read behind it.",
                        "A canary in it has waited for 9.0 s.",
                        "It answers, and calls its pipeline RUNNING.");
        assertThat(stall.ruledOut())
                .containsExactly(
                        "Not the broker: it answered 0.2 s ago.",
                        "Not the database: it answered 0.2 s ago.",
                        "Not crashed or hung: it answered in 12 ms.",
                        "Not an open transaction: the last stable offset is at the end.",
                        "Not the input: the healer goes on with its own.");
    }

    @Test
    void doesNotClearADependencyThatIsSickItself() {
        StackBuilder stack = well().broker(one -> one.slow(2_000, 20))
                .monitor(one -> one.silent(Answer.REFUSED, 900).process("BACKING_OFF", 300, 1, 137));
        assertThat(diagnoser.diagnose(stack.snapshot()))
                .filteredOn(one -> one.component().equals("monitor"))
                .flatExtracting(Diagnosis::ruledOut)
                .contains("Not the database: it answered 0.2 s ago.")
                .noneMatch(sentence -> sentence.startsWith("Not the broker"));
    }

    @Test
    void isSurerOfAHangTheLongerItLasts() {
        assertThat(only(StackBuilder.hung(3_000)).confidence())
                .isLessThan(only(StackBuilder.hung(8_000)).confidence());
    }

    @Test
    void isUnsureOfWhatWasNeverSeen() {
        assertThat(only(well().monitor(one -> one.neverSeen(60_000).unsupervised()))
                        .confidence())
                .isLessThan(0.5);
    }

    @Test
    void saysNothingOfAnyJitterBelowTheLimits() {
        Random random = new Random(20_261_124);
        for (int round = 0; round < 5_000; round++) {
            StackBuilder stack = well().ownPause(random.nextInt(2_000));
            for (String name : List.of("producer", "monitor", "healer", "broker", "database")) {
                stack.with(name, one -> jitter(one, name, random));
            }
            Snapshot snapshot = stack.snapshot();
            assertThat(diagnoser.diagnose(snapshot))
                    .as("round %s: %s", round, snapshot)
                    .isEmpty();
        }
    }

    /** Everything that can be a little off at once without anything being wrong. */
    private static void jitter(TargetBuilder target, String name, Random random) {
        Answer[] silent = {Answer.REFUSED, Answer.TIMED_OUT, Answer.UNREACHABLE, Answer.DOWN, Answer.UNREADABLE};
        switch (random.nextInt(4)) {
            case 0 ->
                target.silent(silent[random.nextInt(silent.length)], random.nextInt(2_000), random.nextDouble() * 30);
            case 1 ->
                target.silent(silent[random.nextInt(silent.length)], random.nextInt(10_000), random.nextDouble() * 8);
            case 2 -> target.slow(random.nextInt(1_000), 1 + random.nextInt(1_000));
            default -> target.upSince(random.nextInt(100_000));
        }
        if (name.equals("broker") || name.equals("database")) {
            return;
        }
        target.mute(random.nextInt(9_000), random.nextDouble() * 8);
        target.unready(random.nextInt(30_000));
        target.inputStill(random.nextInt(60_000));
        target.heap(random.nextDouble() * 0.849, random.nextDouble());
        if (!name.equals("producer")) {
            target.lagging(0, random.nextInt(4_000), 400 + random.nextInt(1_000), random.nextInt(2_000));
            target.still(1, random.nextInt(8_000));
            target.heldBack(2, random.nextInt(5_000));
            target.canaryWaits(random.nextInt(8_000));
        }
    }

    private Diagnosis only(StackBuilder stack) {
        List<Diagnosis> diagnoses = diagnoser.diagnose(stack.snapshot());
        assertThat(diagnoses).hasSize(1);
        return diagnoses.get(0);
    }

    private List<String> summary(Snapshot snapshot) {
        return diagnoser.diagnose(snapshot).stream()
                .map(one -> one.component() + " " + one.kind().label()
                        + (one.explains().isEmpty() ? "" : " < " + String.join(" ", one.explains())))
                .toList();
    }
}
