package io.homeostat.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTextTest {

    @Test
    void keepsALineOneLine() {
        assertThat(LogText.of("a\nERROR forged\r\u001b[31m\u2028b")).isEqualTo("a?ERROR forged??[31m?b");
    }

    @Test
    void cutsWhatIsLong() {
        assertThat(LogText.of("x".repeat(10_000))).hasSizeLessThan(250);
    }
}
