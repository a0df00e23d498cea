package io.homeostat.healer.recovering.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {

    @ParameterizedTest
    @CsvSource({
        "-5, 0 ms",
        "350, 350 ms",
        "8000, 8 s",
        "8549, 8.5 s",
        "59999, 59.9 s",
        "60000, 1 min",
        "125000, 2 min 5 s",
        "3720000, 1 h 2 min"
    })
    void saysATimeInWords(long millis, String words) {
        assertThat(Spans.words(millis)).isEqualTo(words);
    }
}
