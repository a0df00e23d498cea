package io.homeostat.monitor.past;

import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.alert.AlertEventKind;
import io.homeostat.model.alert.AlertState;
import io.homeostat.model.alert.Severity;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An alert that a rule raised over past readings, as it stands after the newest of its events. Not thread-safe. */
public final class RaisedAlert {

    private AlertEvent cause;
    private AlertEvent last;
    private Severity highest;
    private boolean fired;

    /** An alert that begins with an event. */
    RaisedAlert(AlertEvent first) {
        cause = first;
        last = first;
        highest = first.severity();
        fired = first.state() == AlertState.FIRING;
    }

    /** Takes the next event. */
    void follow(AlertEvent event) {
        // a revision tells the highest anew, and what was only pending does not count
        boolean anew = event.event() == AlertEventKind.REVISED || !fired;
        if (anew || event.severity().compareTo(highest) > 0) {
            highest = event.severity();
        }
        if (!fired && event.state() == AlertState.FIRING) {
            fired = true;
            cause = event;
        }
        last = event;
    }

    /** Whether it counts: it fired, and no late reading has proved it wrong. */
    boolean counts() {
        return fired && !last.isWithdrawal();
    }

    /** Whether nothing can come of it any more that counts, unless it is told anew. */
    boolean isNothing() {
        return !counts() && !last.state().isOpen();
    }

    /** Whether it lies in a stretch of time, at least in part. */
    boolean overlaps(Instant from, Instant to) {
        Instant end = last.resolvedAt();
        return !last.openedAt().isAfter(to) && (end == null || !end.isBefore(from));
    }

    /** Whether it was open at a moment, pending included. */
    boolean isOpenAt(Instant time) {
        Instant end = last.resolvedAt();
        return !last.openedAt().isAfter(time) && (end == null || end.isAfter(time));
    }

    /** Whether it fired. */
    public boolean fired() {
        return fired;
    }

    public String alertId() {
        return last.alertId();
    }

    public String sensorId() {
        return last.sensorId();
    }

    /** The highest severity in which it fired. */
    public Severity severity() {
        return highest;
    }

    /** Where it stands. */
    public AlertState state() {
        return last.state();
    }

    public Instant openedAt() {
        return last.openedAt();
    }

    /** Its end; {@code null} while it is open. */
    public @Nullable Instant resolvedAt() {
        return last.resolvedAt();
    }

    /** What the condition measured when it fired. */
    public @Nullable Double value() {
        return cause.value();
    }

    public @Nullable Double limit() {
        return cause.limit();
    }

    /** Why it fired. */
    public String reason() {
        return cause.reason();
    }

    public String reasonCode() {
        return cause.reasonCode();
    }

    public Map<String, Object> reasonArgs() {
        return cause.reasonArgs();
    }
}
