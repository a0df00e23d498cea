package io.homeostat.runtime.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RepeatingTest {

    @Test
    void goesOnAfterAFailure() throws InterruptedException {
        CountDownLatch times = new CountDownLatch(3);
        Repeating failing = repeating(() -> {
            times.countDown();
            throw new IllegalStateException("it fails each time");
        });

        failing.start();
        assertThat(times.await(20, TimeUnit.SECONDS)).isTrue();
        failing.stop();
    }

    @Test
    void interruptsWhatItDoesWhenItStops() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Repeating waiting = repeating(() -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        waiting.start();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

        waiting.stop();

        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(waiting.isRunning()).isFalse();
    }

    private static Repeating repeating(Runnable once) {
        return new Repeating("test", Duration.ofMillis(1)) {
            @Override
            protected void repeat() {
                once.run();
            }
        };
    }
}
