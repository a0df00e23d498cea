package io.homeostat.benchmarks.faults.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TablePlaceTest {

    @Test
    void replacesWhatStandsBetweenTheMarksAndNothingElse() {
        String page = "before\n" + TablePlace.BEGIN + "\nold\n" + TablePlace.END + "\nafter\n";

        assertThat(TablePlace.fill(page, "new\n"))
                .isEqualTo("before\n" + TablePlace.BEGIN + "\nnew\n" + TablePlace.END + "\nafter\n");
    }

    @Test
    void takesThePlaceOfAPageWithoutMarks() {
        assertThat(TablePlace.fill("old\n", "new\n")).isEqualTo("new\n");
    }
}
