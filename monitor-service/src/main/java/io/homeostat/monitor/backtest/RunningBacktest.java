package io.homeostat.monitor.backtest;

import io.homeostat.monitor.past.PastReadings;
import io.homeostat.runtime.web.ProblemException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * A place among the backtests that run at a time, from its admission until it is closed, and the run that has it.
 * Cancelling is thread-safe; the run has a thread of its own.
 */
final class RunningBacktest implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RunningBacktest.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final String id = UUID.randomUUID().toString();
    private final String address;
    private final Backtests places;
    private boolean begun;
    private boolean cancelled;
    private @Nullable Pulse pulse;

    /** A place for a client of an address. */
    RunningBacktest(String address, Backtests places) {
        this.address = address;
        this.places = places;
    }

    String id() {
        return id;
    }

    String address() {
        return address;
    }

    /** Ends it as soon as it looks up from its work. */
    synchronized void cancel() {
        cancelled = true;
        if (pulse != null) {
            pulse.cancel();
        }
    }

    /** Begins the run, which closes the place when it ends. */
    @SuppressWarnings(
            "ThreadPriorityCheck") // nothing relies on it: the live readings go first where the machine heeds it
    void begin(BacktestPlan plan, Function<BooleanSupplier, PastReadings> readings, Audience audience) {
        Thread thread = new Thread(() -> run(plan, readings, audience), "backtest");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        begun = true;
        thread.start();
    }

    private void run(BacktestPlan plan, Function<BooleanSupplier, PastReadings> readings, Audience audience) {
        try {
            Pulse beating = pulse(audience);
            audience.started(id);
            BacktestResult result = run(plan, readings, beating);
            leave();
            if (beating.isCancelled()) {
                audience.failed(new ProblemException(HttpStatus.CONFLICT, "The backtest was cancelled."));
            } else {
                audience.result(result);
            }
        } catch (KafkaException e) {
            log.debug("A backtest could not read from Kafka", e);
            leave();
            audience.failed(ProblemException.unavailable(
                    "The readings cannot be read from Kafka now: try again.", RETRY_AFTER));
        } catch (RuntimeException e) {
            log.error("A backtest of the rule {} failed", plan.draft().id(), e);
            leave();
            audience.failed(new ProblemException(
                    HttpStatus.INTERNAL_SERVER_ERROR, "The backtest failed; the monitor's log says why."));
        } finally {
            leave();
        }
    }

    private BacktestResult run(BacktestPlan plan, Function<BooleanSupplier, PastReadings> readings, Pulse beating) {
        long nowMillis = places.clock().millis();
        try (PastReadings past = readings.apply(beating)) {
            return new Backtest(plan, places.bounds().seriesMax(), beating).run(id, past, nowMillis);
        }
    }

    private synchronized Pulse pulse(Audience audience) {
        Pulse beating = new Pulse(places.bounds(), System::nanoTime, places.waitingReadings(), audience);
        if (cancelled) {
            beating.cancel();
        }
        pulse = beating;
        return beating;
    }

    private void leave() {
        places.leave(this);
    }

    /** Gives the place back if no run has begun that will. */
    @Override
    public void close() {
        if (!begun) {
            leave();
        }
    }
}
