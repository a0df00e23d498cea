package io.homeostat.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SteadyClockTest {

    private static final Instant BEGIN = Instant.parse("2026-11-26T08:00:00Z");

    private final AtomicLong nanos = new AtomicLong(-5);
    private final SteadyClock clock = SteadyClock.start(BEGIN, nanos::get);

    @Test
    void goesByTheMonotonicClockAlone() {
        assertThat(clock.instant()).isEqualTo(BEGIN);

        nanos.addAndGet(Duration.ofMillis(1_500).toNanos());

        assertThat(clock.instant()).isEqualTo(BEGIN.plusMillis(1_500));
    }

    @Test
    void beginsWithTheSystemsTime() {
        assertThat(SteadyClock.start().instant()).isCloseTo(Instant.now(), within(10, ChronoUnit.SECONDS));
    }

    @Test
    void knowsOneZone() {
        assertThat(clock.withZone(ZoneOffset.UTC)).isSameAs(clock);
        assertThatThrownBy(() -> clock.withZone(ZoneId.of("Europe/Berlin")))
                .hasMessage("the zone must be UTC, was Europe/Berlin");
    }
}
