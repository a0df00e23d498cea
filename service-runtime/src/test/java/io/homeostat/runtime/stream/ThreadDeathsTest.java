package io.homeostat.runtime.stream;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class ThreadDeathsTest {

    private final AtomicInteger processEnds = new AtomicInteger();
    private final ThreadDeaths deaths =
            new ThreadDeaths("temperature", Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), processEnds::incrementAndGet);

    @Test
    void replacesAThreadThatDiesOfAnErrorAsOneThatDiesOfAnException() {
        assertThat(deaths.handle(new AssertionError("an error"))).isEqualTo(REPLACE_THREAD);
        assertThat(deaths.handle(new StreamsException("an exception"))).isEqualTo(REPLACE_THREAD);

        assertThat(deaths.failures().lately()).isEqualTo(2);
        assertThat(processEnds).hasValue(0);
    }

    @Test
    void stopsThePipelineAtTheFourthDeathAndSaysWhy() {
        for (int death = 1; death <= 3; death++) {
            assertThat(deaths.handle(new AssertionError())).isEqualTo(REPLACE_THREAD);
        }

        assertThat(deaths.handle(new AssertionError("once more"))).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(deaths.whyItStopped()).isEqualTo("its threads died too often: java.lang.AssertionError: once more");
    }

    @Test
    void endsTheProcessWhereMemoryRanOut() {
        assertThat(deaths.handle(new StreamsException(new OutOfMemoryError("Java heap space"))))
                .isEqualTo(SHUTDOWN_CLIENT);

        assertThat(processEnds).hasValue(1);
    }
}
