package io.homeostat.monitor.alerting;

import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.alert.AlertEventKind;
import io.homeostat.model.alert.AlertState;
import io.homeostat.runtime.logging.LogText;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says on the console which alerts fire and end: one line each, at most 20 a second, and then how many were left out.
 * Not thread-safe.
 */
final class AlertLog {

    private static final Logger log = LoggerFactory.getLogger("io.homeostat.alerts");
    private static final int LINES_A_SECOND = 20;
    private static final long SECOND_NANOS = 1_000_000_000;

    private final LongSupplier nanoTime;
    private long secondBeganNanos;
    private int lines;
    private long leftOut;

    AlertLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.secondBeganNanos = nanoTime.getAsLong();
    }

    void say(AlertEvent event) {
        boolean tells = event.event() == AlertEventKind.STATE
                && (event.state() == AlertState.FIRING || event.state() == AlertState.RESOLVED);
        if (!tells) {
            return;
        }
        flush();
        if (lines == LINES_A_SECOND) {
            leftOut++;
            return;
        }
        lines++;
        log.info(
                "{} {} {}/{} by {}: {}",
                event.state(),
                event.severity().label(),
                LogText.whole(event.stream()),
                LogText.whole(event.sensorId()),
                LogText.whole(event.ruleId()),
                LogText.whole(event.reason()));
    }

    /** Says how many lines a second that is over left out. */
    void flush() {
        long now = nanoTime.getAsLong();
        if (now - secondBeganNanos < SECOND_NANOS) {
            return;
        }
        if (leftOut > 0) {
            log.info("… and {} more alerts fired or ended within that second", leftOut);
        }
        secondBeganNanos = now;
        lines = 0;
        leftOut = 0;
    }
}
