package io.homeostat.monitor.backtest;

import io.homeostat.runtime.web.ProblemException;
import java.time.Duration;
import org.springframework.web.context.request.async.DeferredResult;

/** Somebody who waits for the result alone, while no thread of the server does. Thread-safe. */
final class SingleAnswer implements Audience {

    private final DeferredResult<BacktestResult> answer;

    /**
     * Nothing came yet.
     *
     * @param patience for how long the client is kept waiting at most
     */
    SingleAnswer(Duration patience) {
        answer = new DeferredResult<>(patience.toMillis());
    }

    DeferredResult<BacktestResult> answer() {
        return answer;
    }

    @Override
    public void started(String backtestId) {}

    @Override
    public boolean progress(long readings, double share) {
        return !answer.isSetOrExpired();
    }

    @Override
    public void result(BacktestResult result) {
        answer.setResult(result);
    }

    @Override
    public void failed(ProblemException problem) {
        answer.setErrorResult(problem);
    }
}
