package io.homeostat.detection.alert;

import io.homeostat.detection.condition.Reason;
import io.homeostat.detection.lateness.HeldReadings;
import io.homeostat.detection.rule.JudgingRule;
import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.alert.AlertEventKind;
import io.homeostat.model.alert.AlertIds;
import io.homeostat.model.alert.AlertState;
import io.homeostat.model.reading.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Turns the steps of a track into alert events, and keeps the track's memory of what was published. One for a task,
 * used for one track after another; not thread-safe. A reading that changes nothing allocates nothing.
 */
public final class AlertPublisher implements AlertMachine.Observer {

    private final String stream;
    private final String topic;
    private final AlertSink sink;

    private String sensorId = "";
    private @Nullable HeldReadings held;
    private @Nullable JudgingRule rule;
    private @Nullable AlertTrack track;

    /** A publisher of the alerts of a stream, whose readings come in on a topic. */
    public AlertPublisher(String stream, String topic, AlertSink sink) {
        this.stream = stream;
        this.topic = topic;
        this.sink = sink;
    }

    /** Takes the newest held reading in: it is the latest in event time, and no timer has run beyond it. */
    public void judgeNewest(String sensorId, HeldReadings held, JudgingRule rule, AlertTrack track) {
        bind(sensorId, held, rule, track);
        track.current.step(rule, held, held.size() - 1, this);
    }

    /** Lets the timers of a track run to a time. */
    public void advance(String sensorId, HeldReadings held, JudgingRule rule, AlertTrack track, long toMillis) {
        bind(sensorId, held, rule, track);
        track.current.advance(rule, toMillis, held.size() - 1, this);
    }

    /**
     * A late reading was put among those held: tells again what it changed.
     *
     * @param first the first held reading that is not settled
     * @param late the late reading
     */
    public void revise(
            String sensorId,
            HeldReadings held,
            JudgingRule rule,
            AlertTrack track,
            int first,
            int late,
            long advancedToMillis) {
        bind(sensorId, held, rule, track);
        new AlertRevision(this, held, rule, track, first, late).run(advancedToMillis);
    }

    /** Ends the open alert of a track for a reason that lies outside the readings: its rule is gone, or was changed. */
    public void end(String sensorId, HeldReadings held, JudgingRule rule, AlertTrack track, Reason reason) {
        bind(sensorId, held, rule, track);
        PublishedAlert open = track.openAlert();
        if (open != null) {
            int newest = held.size() - 1;
            open.state = AlertState.RESOLVED;
            open.resolvedBy(Math.max(open.openedAtMillis, held.timeMillis(newest)), PublishedAlert.BY_TIMER, 0);
            emit(open, AlertEventKind.STATE, open.resolvedAtMillis, newest, reason);
        }
        track.current.reset();
        track.settled.reset();
    }

    @Override
    public void onTransition(Transition transition, long atMillis, int cause, boolean byTimer) {
        AlertTrack on = bound(track);
        PublishedAlert alert = on.openAlert();
        if (alert == null) {
            alert = add(on, on.current);
        }
        tell(alert, transition, atMillis, cause, byTimer);
    }

    PublishedAlert add(AlertTrack on, AlertMachine machine) {
        return add(on, machine.openedAtMillis(), machine.openerPartition(), machine.openerOffset());
    }

    PublishedAlert add(AlertTrack on, long openedAtMillis, int openerPartition, long openerOffset) {
        PublishedAlert alert = null;
        for (PublishedAlert known : on.published) {
            if (known.isRaisedBy(openedAtMillis, openerPartition, openerOffset)) {
                alert = known;
            }
        }
        if (alert == null) {
            alert = new PublishedAlert(openedAtMillis, openerPartition, openerOffset);
            on.published.add(alert);
        }
        alert.withdrawn = false;
        alert.fired = false;
        alert.openedBy(openedAtMillis, openerPartition, openerOffset);
        return alert;
    }

    void tell(PublishedAlert alert, Transition transition, long atMillis, int cause, boolean byTimer) {
        // an alert that was told to be over is taken up again by a revision only
        AlertEventKind kind = alert.sequence > 0 && !alert.isOpen() ? AlertEventKind.REVISED : AlertEventKind.STATE;
        alert.state = transition.state();
        alert.fired |= transition == Transition.FIRED;
        HeldReadings readings = bound(held);
        if (!alert.isOpen()) {
            int ender = byTimer ? PublishedAlert.BY_TIMER : readings.partition(cause);
            alert.resolvedBy(atMillis, ender, readings.offset(cause));
        }
        // it once was told to have fired, and now has not: a reader must not count it
        Reason reason = transition == Transition.LAPSED && alert.everFired
                ? AlertReasons.withdrawn(readings.value(cause))
                : AlertReasons.of(transition, byTimer, bound(rule), readings.value(cause));
        emit(alert, kind, atMillis, cause, reason);
    }

    void emit(PublishedAlert alert, AlertEventKind kind, long atMillis, int cause, Reason reason) {
        HeldReadings readings = bound(held);
        JudgingRule by = bound(rule);
        double value = readings.value(cause);
        double limit = by.condition().limit(value);
        alert.sequence++;
        alert.everFired |= alert.state == AlertState.FIRING;
        sink.accept(new AlertEvent(
                idOf(alert, by.id()),
                alert.sequence,
                alert.state,
                by.rule().severity(),
                by.id(),
                by.rule().version(),
                stream,
                sensorId,
                kind,
                value,
                Double.isFinite(limit) ? limit : null,
                reason.sentence(),
                reason.code(),
                reason.arguments(),
                Instant.ofEpochMilli(alert.openedAtMillis),
                alert.isOpen() ? null : Instant.ofEpochMilli(alert.resolvedAtMillis),
                Instant.ofEpochMilli(atMillis),
                new Source(topic, readings.partition(cause), readings.offset(cause))));
    }

    private String idOf(PublishedAlert alert, String ruleId) {
        String known = alert.id;
        if (known == null) {
            // lengths keep two different sets of parts from running together into the same text
            String identity = ruleId.length() + ":" + ruleId + sensorId.length() + ":" + sensorId + topic.length() + ":"
                    + topic + alert.raisedAtMillis + ":" + alert.raisedByPartition + ":" + alert.raisedByOffset;
            known = AlertIds.of(alert.raisedAtMillis, identity);
            alert.id = known;
        }
        return known;
    }

    private void bind(String toSensor, HeldReadings readings, JudgingRule by, AlertTrack on) {
        sensorId = toSensor;
        held = readings;
        rule = by;
        track = on;
    }

    private static <T> T bound(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("a publisher must be bound to a track first");
        }
        return part;
    }
}
