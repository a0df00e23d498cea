package io.homeostat.benchmarks.faults.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InterruptionTest {

    private static final Duration BOUND = Duration.ofMillis(1_500);
    private final List<Handled> handled = new ArrayList<>();

    @Test
    void isNoneWhereTheOutputGoesOn() {
        everyTenth(0, 10_000, 0);

        assertThat(until(10_000)).isEqualTo(Interruption.NONE);
    }

    @Test
    void lastsUntilTheFirstReadingSentAfterTheFaultIsHandledAgain() {
        for (long sent = 0; sent < 7_000; sent += 100) {
            handle(sent, 7_000 + sent / 100);
        }
        everyTenth(7_100, 10_000, 20);

        Interruption interruption = until(10_000);

        assertThat(interruption.until()).isEqualTo(Duration.ofSeconds(7));
        assertThat(interruption.times()).isOne();
    }

    @Test
    void lastsUntilTheEndOfTheLastStandstill() {
        everyTenth(0, 1_000, 0);
        handle(1_100, 3_000);
        handle(3_100, 6_000);
        everyTenth(6_100, 8_000, 0);

        Interruption interruption = until(8_000);

        assertThat(interruption.until()).isEqualTo(Duration.ofSeconds(6));
        assertThat(interruption.times()).isEqualTo(2);
    }

    @Test
    void doesNotEndIfNothingComesAnyMore() {
        everyTenth(0, 1_000, 0);

        assertThat(until(9_000).until()).isNull();
        assertThat(until(9_000).times()).isOne();
    }

    @Test
    void isNoneWhereNothingWaited() {
        everyTenth(0, 1_000, 0);
        everyTenth(8_000, 9_000, 0);

        assertThat(until(9_000)).isEqualTo(Interruption.NONE);
    }

    private void everyTenth(long fromMillis, long toMillis, long delayMillis) {
        for (long sent = fromMillis; sent < toMillis; sent += 100) {
            handle(sent, sent + delayMillis);
        }
    }

    private void handle(long sentMillis, long seenMillis) {
        handled.add(new Handled(TimeUnit.MILLISECONDS.toNanos(sentMillis), TimeUnit.MILLISECONDS.toNanos(seenMillis)));
    }

    private Interruption until(long endMillis) {
        return Interruption.of(handled, 0, TimeUnit.MILLISECONDS.toNanos(endMillis), BOUND);
    }
}
