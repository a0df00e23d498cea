package io.homeostat.monitor.backtest;

import static io.homeostat.monitor.past.PastTests.reading;
import static io.homeostat.monitor.past.PastTests.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeostat.detection.rule.SensorGlob;
import io.homeostat.model.StreamTopics;
import io.homeostat.monitor.past.PastReading;
import io.homeostat.monitor.past.PastReadings;
import io.homeostat.runtime.web.ProblemException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RunningBacktestTest {

    private static final BacktestPlan PLAN = new BacktestPlan(
            new StreamTopics("temperature"),
            rule("'when': {'kind': 'threshold', 'above': 30}"),
            null,
            new SensorGlob("*"),
            Map.of(),
            null,
            null,
            Duration.ofSeconds(10));

    private final Backtests places =
            new Backtests(new BacktestProperties(Duration.ofSeconds(60), Long.MAX_VALUE, 10, 2), () -> 0);
    private final Told told = new Told();

    @Test
    void endsWhenItIsCancelledAndGivesItsPlaceBack() throws Exception {
        RunningBacktest place = places.admit("here");
        place.begin(PLAN, enough -> new Endless(), told);
        assertThat(told.next()).isEqualTo("started " + place.id());

        places.cancel(place.id());

        assertThat(told.next()).isEqualTo("failed 409 The backtest was cancelled.");
        assertThatThrownBy(() -> places.cancel(place.id())).isInstanceOf(ProblemException.class);
        places.admit("here").close();
    }

    @Test
    void givesItsPlaceBackBeforeItTellsTheEnd() throws Exception {
        RunningBacktest place = places.admit("here");
        place.begin(
                PLAN,
                enough -> {
                    throw new TimeoutException("nobody answers");
                },
                told);

        assertThat(told.next()).startsWith("started");
        assertThat(told.next()).isEqualTo("failed 503 The readings cannot be read from Kafka now: try again.");
        places.admit("here").close();
    }

    @Test
    void oneRunsForAnAddressAndTwoInAll() {
        RunningBacktest first = places.admit("here");
        assertThatThrownBy(() -> places.admit("here")).hasMessageContaining("of your address");
        RunningBacktest second = places.admit("there");
        assertThatThrownBy(() -> places.admit("elsewhere")).hasMessageContaining("2 backtests run already");

        first.close();

        places.admit("elsewhere").close();
        second.close();
    }

    /** Readings without an end. */
    private static final class Endless implements PastReadings {

        private long seconds;

        @Override
        public PastReading next() {
            return reading("a", seconds++, 20);
        }

        @Override
        public double share() {
            return 0.5;
        }

        @Override
        public void close() {}
    }

    private static final class Told implements Audience {

        private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

        String next() throws InterruptedException {
            return String.valueOf(events.poll(20, TimeUnit.SECONDS));
        }

        @Override
        public void started(String backtestId) {
            events.add("started " + backtestId);
        }

        @Override
        public boolean progress(long readings, double share) {
            return true;
        }

        @Override
        public void result(BacktestResult result) {
            events.add("result " + result.readings());
        }

        @Override
        public void failed(ProblemException problem) {
            events.add("failed " + problem.getStatusCode().value() + " "
                    + problem.getBody().getDetail());
        }
    }
}
