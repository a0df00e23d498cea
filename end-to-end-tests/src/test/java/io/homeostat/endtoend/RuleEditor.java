package io.homeostat.endtoend;

import io.homeostat.fixtures.HttpProbe;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Changes the rule {@code temperature-high} again and again, in a thread of its own, in ways that leave true what the
 * traffic's alerts say: it lets the limit lie on 30 or a little above, where no value is. Asks again while nobody
 * answers, as a person would.
 */
final class RuleEditor {

    private static final Duration BOUND = Duration.ofMinutes(5);

    private final URI rule;
    private final int edits;
    private final long pauseMillis;
    private final Thread thread = new Thread(this::run, "rule-editor");
    private volatile int done;

    /** An editor of a monitor's rule that pauses between its edits. */
    RuleEditor(URI rule, int edits, Duration pause) {
        this.rule = rule;
        this.edits = edits;
        this.pauseMillis = pause.toMillis();
    }

    RuleEditor start() {
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    /** Waits until all edits are made, and answers how many were. */
    int await() {
        try {
            thread.join(BOUND.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return done;
    }

    private void run() {
        long deadline = System.nanoTime() + BOUND.toNanos();
        while (done < edits && System.nanoTime() < deadline) {
            if (edit(done % 2 == 0 ? 30.5 : 30)) {
                done++;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMillis));
        }
    }

    private boolean edit(double limit) {
        String changed =
                "{\"when\": {\"kind\": \"threshold\", \"above\": %s}, \"clear\": {\"below\": 30}, \"correct\": {\"method\": \"clamp\"}}"
                        .formatted(limit);
        try {
            HttpResponse<String> present = HttpProbe.send(
                    HttpRequest.newBuilder(rule).timeout(Duration.ofSeconds(5)).build());
            HttpRequest put = HttpRequest.newBuilder(rule)
                    .timeout(Duration.ofSeconds(10))
                    .header("Content-Type", "application/json")
                    .header("If-Match", present.headers().firstValue("ETag").orElse("*"))
                    .PUT(HttpRequest.BodyPublishers.ofString(changed))
                    .build();
            return HttpProbe.send(put).statusCode() == 200;
        } catch (IOException e) {
            return false; // the monitor is being killed: once more
        }
    }
}
