package io.homeostat.model.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

    private static final List<String> WORDS = List.of("threshold", "range", "rate", "all", "any");

    @ParameterizedTest
    @CsvSource({"treshold, threshold", "threshhold, threshold", "rang, range", "raet, rate", "al, all"})
    void namesTheNearestWord(String written, String meant) {
        assertThat(Likeness.nearest(written, WORDS)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"temperature", "x", "''", "thr"})
    void guessesNothingWhereNoneIsNear(String written) {
        assertThat(Likeness.nearest(written, WORDS)).isNull();
    }

    @Test
    void countsSingleLettersPutInLeftOutOrChanged() {
        assertThat(Likeness.changes("kitten", "sitting")).isEqualTo(3);
        assertThat(Likeness.changes("", "abc")).isEqualTo(3);
        assertThat(Likeness.changes("same", "same")).isZero();
    }
}
