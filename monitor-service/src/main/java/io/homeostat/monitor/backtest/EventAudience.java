package io.homeostat.monitor.backtest;

import io.homeostat.runtime.web.ProblemException;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Somebody who follows a backtest by Server-Sent Events: {@code started}, {@code progress} and then {@code result} or
 * {@code failed}. Told by one thread; who went away is noticed at the next event.
 */
final class EventAudience implements Audience {

    record Started(String backtestId) {}

    record Progress(long readings, double share) {}

    private final SseEmitter emitter = new SseEmitter(0L);
    private boolean gone;

    SseEmitter emitter() {
        return emitter;
    }

    @Override
    public void started(String backtestId) {
        send("started", new Started(backtestId));
    }

    @Override
    public boolean progress(long readings, double share) {
        send("progress", new Progress(readings, share));
        return !gone;
    }

    @Override
    public void result(BacktestResult result) {
        send("result", result);
        end();
    }

    @Override
    public void failed(ProblemException problem) {
        send("failed", problem.getBody());
        end();
    }

    private void send(String name, Object data) {
        if (gone) {
            return;
        }
        try {
            emitter.send(SseEmitter.event().name(name).data(data, MediaType.APPLICATION_JSON));
        } catch (IOException | IllegalStateException e) {
            gone = true;
            emitter.completeWithError(e);
        }
    }

    private void end() {
        if (!gone) {
            emitter.complete();
        }
    }
}
