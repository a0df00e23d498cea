package io.homeostat.monitor.backtest;

import io.homeostat.runtime.stream.Pipelines;
import io.homeostat.runtime.web.ProblemException;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The backtests that run: so many at most, and one for each client's address. Thread-safe. */
@Component
class Backtests implements SmartLifecycle {

    private final BacktestProperties bounds;
    private final LongSupplier waitingReadings;
    private final InstantSource clock = Clock.systemUTC();
    private final Map<String, RunningBacktest> running = new ConcurrentHashMap<>();
    private volatile boolean started;

    @Autowired
    Backtests(BacktestProperties bounds, Pipelines pipelines) {
        this(bounds, pipelines::lag);
    }

    Backtests(BacktestProperties bounds, LongSupplier waitingReadings) {
        this.bounds = bounds;
        this.waitingReadings = waitingReadings;
    }

    /**
     * A place for one more, which its taker must close.
     *
     * @throws ProblemException 429, if there is none
     */
    synchronized RunningBacktest admit(String address) {
        if (running.values().stream().anyMatch(one -> one.address().equals(address))) {
            throw full("A backtest of your address runs already: wait for its end, or cancel it by DELETE"
                    + " /api/rules/backtest/{backtestId}.");
        }
        if (running.size() >= bounds.runningMax()) {
            throw full("%d backtests run already, as many as homeostat.backtest.running-max allows: try again."
                    .formatted(running.size()));
        }
        RunningBacktest place = new RunningBacktest(address, this);
        running.put(place.id(), place);
        return place;
    }

    /**
     * Cancels one.
     *
     * @throws ProblemException 404, if there is no such, or it is at its end
     */
    void cancel(String id) {
        RunningBacktest one = running.get(id);
        if (one == null) {
            throw ProblemException.notFound("No backtest with the id \"%s\" runs.".formatted(id));
        }
        one.cancel();
    }

    void leave(RunningBacktest one) {
        running.remove(one.id());
    }

    BacktestProperties bounds() {
        return bounds;
    }

    LongSupplier waitingReadings() {
        return waitingReadings;
    }

    InstantSource clock() {
        return clock;
    }

    private static ProblemException full(String sentence) {
        ProblemException problem = new ProblemException(HttpStatus.TOO_MANY_REQUESTS, sentence);
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, "10");
        return problem;
    }

    @Override
    public void start() {
        started = true;
    }

    /** Cancels all before the web server waits for open requests. */
    @Override
    public void stop() {
        started = false;
        running.values().forEach(RunningBacktest::cancel);
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
