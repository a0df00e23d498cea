package io.homeostat.runtime.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTextTest {

    @Test
    void keepsALineOneLine() {
        assertThat(LogText.of("a\nERROR forged\r\u001b[31m\u2028b")).isEqualTo("a?ERROR forged??[31m?b");
    }

    @Test
    void turnsNoDirectionAndHidesNothing() {
        assertThat(LogText.of("a\u202eb\u200bc\u0085d\u009b31me\ufefff")).isEqualTo("a?b?c?d?31me?f");
    }

    @Test
    void cutsWhatIsLong() {
        assertThat(LogText.of("x".repeat(10_000))).hasSizeLessThan(250);
        assertThat(LogText.of("0123456789", 4)).isEqualTo("0123…");
        assertThat(LogText.of("0123", 4)).isEqualTo("0123");
    }

    @Test
    void cutsNothingOfAWholeText() {
        assertThat(LogText.whole("x".repeat(10_000) + "\n")).isEqualTo("x".repeat(10_000) + "?");
    }
}
