package io.homeostat.detection.alert;

import io.homeostat.detection.condition.Reason;
import io.homeostat.detection.condition.Verdicts;
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
public final class AlertPublisher implements Course.Follower {

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

    /** Takes the newest held reading in: it is the latest in event time, and time has not passed beyond it. */
    public void judgeNewest(String sensorId, HeldReadings held, JudgingRule rule, AlertTrack track) {
        bind(sensorId, held, rule, track);
        track.current.read(rule, held, held.size() - 1, this);
    }

    /** Lets time pass on a track to a moment of event time; answers whether that brought anything. */
    public boolean advance(String sensorId, HeldReadings held, JudgingRule rule, AlertTrack track, long toMillis) {
        long deadlineMillis = track.deadlineMillis(rule);
        if (deadlineMillis > toMillis) {
            return false;
        }
        bind(sensorId, held, rule, track);
        while (deadlineMillis <= toMillis) {
            track.current.pass(rule, deadlineMillis, this);
            track.advancedTo(deadlineMillis);
            deadlineMillis = track.deadlineMillis(rule);
        }
        return true;
    }

    /**
     * A late reading was put among those held: tells again what it changed.
     *
     * @param first the first held reading that is not settled
     * @param late the late reading
     */
    public void revise(String sensorId, HeldReadings held, JudgingRule rule, AlertTrack track, int first, int late) {
        bind(sensorId, held, rule, track);
        new AlertRevision(this, held, rule, track, first, late).run();
    }

    /** Ends the open alert of a track for a reason that lies outside the readings: its rule is gone, or was changed. */
    public void end(String sensorId, HeldReadings held, JudgingRule rule, AlertTrack track, Reason reason) {
        bind(sensorId, held, rule, track);
        PublishedAlert open = track.openAlert();
        if (open != null) {
            int newest = held.size() - 1;
            long atMillis = Math.max(open.openedAtMillis, newest < 0 ? Long.MIN_VALUE : held.timeMillis(newest));
            open.state = AlertState.RESOLVED;
            open.resolvedBy(atMillis, PublishedAlert.BY_TIME, 0);
            emitByReading(open, AlertEventKind.STATE, atMillis, newest, reason);
        }
        track.current.machine.reset();
        track.settled.machine.reset();
    }

    @Override
    public void onStep(Course course, Transition transition, long atMillis) {
        AlertTrack on = bound(track);
        PublishedAlert alert = on.openAlert();
        if (alert == null) {
            alert = add(on, course.machine);
        }
        tell(alert, course.step(transition, atMillis));
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
        alert.highestLevel = 0;
        alert.openedBy(openedAtMillis, openerPartition, openerOffset);
        return alert;
    }

    void tell(PublishedAlert alert, Step step) {
        // an alert that was told to be over is taken up again by a revision only
        AlertEventKind kind = alert.sequence > 0 && !alert.isOpen() ? AlertEventKind.REVISED : AlertEventKind.STATE;
        alert.state = step.transition().state();
        alert.fired |= step.transition() == Transition.FIRED;
        alert.level = step.level();
        if (alert.fired) {
            alert.highestLevel = Math.max(alert.highestLevel, step.level());
        }
        if (!alert.isOpen()) {
            boolean byTime = step.byTime();
            alert.resolvedBy(
                    step.atMillis(), byTime ? PublishedAlert.BY_TIME : step.partition(), byTime ? 0 : step.offset());
        }
        // it once was told to have fired, and now has not: a reader must not count it
        Reason reason = step.transition() == Transition.LAPSED && alert.everFired
                ? AlertReasons.withdrawn(step.measure())
                : step.reason();
        emit(alert, kind, step.atMillis(), step.measure(), step.limit(), reason, step.partition(), step.offset());
    }

    /** Tells what follows from a held reading, or from none where there is none. */
    void emitByReading(PublishedAlert alert, AlertEventKind kind, long atMillis, int index, Reason reason) {
        HeldReadings readings = bound(held);
        AlertTrack on = bound(track);
        double value = index < 0 ? Double.NaN : readings.value(index);
        emit(
                alert,
                kind,
                atMillis,
                value,
                on.isAsleep() || index < 0 ? Double.NaN : on.current.memory().limit(value),
                reason,
                index < 0 ? Verdicts.BY_TIME : readings.partition(index),
                index < 0 ? 0 : readings.offset(index));
    }

    private void emit(
            PublishedAlert alert,
            AlertEventKind kind,
            long atMillis,
            double value,
            double limit,
            Reason reason,
            int partition,
            long offset) {
        JudgingRule by = bound(rule);
        alert.sequence++;
        alert.everFired |= alert.state == AlertState.FIRING;
        sink.accept(new AlertEvent(
                idOf(alert, by.id()),
                alert.sequence,
                alert.state,
                by.severity(alert.level),
                by.id(),
                by.rule().version(),
                stream,
                sensorId,
                kind,
                Double.isFinite(value) ? value : null,
                Double.isFinite(limit) ? limit : null,
                reason.sentence(),
                reason.code(),
                reason.arguments(),
                Instant.ofEpochMilli(alert.openedAtMillis),
                alert.isOpen() ? null : Instant.ofEpochMilli(alert.resolvedAtMillis),
                Instant.ofEpochMilli(atMillis),
                partition == Verdicts.BY_TIME ? null : new Source(topic, partition, offset)));
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
