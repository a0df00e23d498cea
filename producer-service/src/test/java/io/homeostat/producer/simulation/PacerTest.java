package io.homeostat.producer.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PacerTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void letsReadingsThroughEvenly() {
        Pacer pacer = new Pacer(4, 0);

        assertThat(pacer.dueBy(0)).isEqualTo(1);
        assertThat(pacer.dueBy(SECOND)).isEqualTo(5);
        assertThat(pacer.dueNanos(2)).isEqualTo(SECOND / 2);
    }

    @Test
    void catchesUpAfterAShortPause() {
        Pacer pacer = new Pacer(1, 0);

        pacer.forgive(1, 4 * SECOND);

        assertThat(pacer.dueBy(4 * SECOND)).isEqualTo(5);
    }

    @Test
    void goesOnFromNowAfterALongPause() {
        Pacer pacer = new Pacer(1, 0);

        pacer.forgive(1, 60 * SECOND);

        assertThat(pacer.dueBy(60 * SECOND)).isEqualTo(2);
        assertThat(pacer.dueNanos(2)).isEqualTo(61 * SECOND);
    }
}
