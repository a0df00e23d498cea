package io.homeostat.benchmarks.faults.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.homeostat.benchmarks.faults.judging.Judgement;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FaultTableTest {

    @Test
    void hasARowForEachFaultWithMedianAndMaximum() {
        String table = new FaultTable(
                        "today",
                        List.of(repeat(1, 2_000L, 9_000L), repeat(2, 3_000L, 8_000L), repeat(3, 1_000L, 20_000L)))
                .markdown();

        assertThat(table).startsWith("today\n\n| fault | from |");
        assertThat(table.lines().skip(4))
                .containsExactly("| `stop-monitor` SIGSTOP of the monitor | signal | 3/3 | 2.0 / 3.0 | 3/3 | 3/3 |"
                        + " restart-process | 9.0 / 20.0 | 3 | 0 | 3/3 |  |  |");
    }

    @Test
    void saysWhatNeverCameBack() {
        String table = new FaultTable("today", List.of(repeat(1, 2_000L, 9_000L), repeat(2, 2_000L, null))).markdown();

        assertThat(table).contains("| 9.0 / 9.0, 1 × never |");
    }

    @Test
    void comesBackFromItsCsvAsItWas() {
        List<Repeat> repeats = List.of(repeat(1, 2_000L, 9_000L), repeat(2, 2_500L, null));

        assertThat(RepeatsCsv.read(RepeatsCsv.write(repeats))).isEqualTo(repeats);
    }

    @Test
    void refusesACsvOfSomethingElse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RepeatsCsv.read("a;b\n1;2\n"))
                .withMessageStartingWith("the first line must be fault;title;");
    }

    @Test
    void takesTheUpperOfTheTwoInTheMiddleForTheMedian() {
        assertThat(Spread.of(Arrays.asList(1L, 4L, 2L, 3L))).isEqualTo(new Spread(3, 4, 0));
        assertThat(Spread.of(Arrays.asList((Long) null)).words("never")).isEqualTo("1 × never");
        assertThat(Spread.of(List.of()).words("never")).isEmpty();
    }

    private static Repeat repeat(int number, long detectedMillis, @Nullable Long recoveredMillis) {
        return new Repeat(
                "stop-monitor",
                "SIGSTOP of the monitor",
                "signal",
                number,
                1.5,
                new Judgement(
                        true,
                        detectedMillis,
                        "monitor",
                        true,
                        "hung-process",
                        true,
                        List.of("restart-process"),
                        recoveredMillis,
                        1,
                        0,
                        "HEALED",
                        true,
                        "",
                        true,
                        ""));
    }
}
