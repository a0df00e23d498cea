package io.homeostat.detection.series;

import io.homeostat.detection.alert.AlertPublisher;
import io.homeostat.detection.alert.AlertSink;
import io.homeostat.detection.alert.AlertTrack;
import io.homeostat.detection.condition.Finding;
import io.homeostat.detection.condition.Reason;
import io.homeostat.detection.lateness.HeldReadings;
import io.homeostat.detection.rule.JudgingRule;
import io.homeostat.detection.rule.RuleSet;
import io.homeostat.model.reading.Reading;
import io.homeostat.model.sensor.Sensor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges the readings of series by the rules, in event time. One for a task, not thread-safe. A reading that comes in
 * order costs two steps of a state machine for each rule and allocates nothing unless an alert event follows; a late
 * one costs a run over the readings held.
 */
public final class SeriesEvaluator {

    private static final Reason RULE_GONE =
            new Reason("rule-gone", "the rule is no longer in force for this sensor", Map.of());
    private static final Reason RULE_CHANGED =
            new Reason("rule-changed", "the rule was changed and no longer finds a breach", Map.of());
    private static final Reason SENSOR_CHANGED = new Reason(
            "sensor-changed",
            "what is known of the sensor was changed, and the rule no longer finds a breach",
            Map.of());

    private static final Reason SENSOR_MOVED = new Reason(
            "sensor-moved", "the sensor's group is another, and it is judged beside the sensors of that one", Map.of());
    private static final Reason SENSOR_FORGOTTEN =
            new Reason("sensor-forgotten", "the sensor never spoke, and is no longer expected to", Map.of());
    private static final Reason SPOKE_OF_EARLIER =
            new Reason("spoke-of-earlier", "the sensor spoke for the first time, of an earlier moment", Map.of());

    private final long latenessMillis;
    private final AlertPublisher publisher;
    private final SeriesGroups groups;

    /**
     * An evaluator of one stream whose sensors stand alone: nobody need know which other series a reading changed.
     *
     * @param stream the stream's name, which alerts carry
     * @param topic the topic that its readings come in on, which their sources name
     * @param latenessMillis how far behind its series' newest event time a reading may come and still count
     * @param sink takes the alert events
     */
    public SeriesEvaluator(String stream, String topic, long latenessMillis, AlertSink sink) {
        this(stream, topic, latenessMillis, sink, GroupSink.NOBODY);
    }

    /**
     * An evaluator of one stream.
     *
     * @param stream the stream's name, which alerts carry
     * @param topic the topic that its readings come in on, which their sources name
     * @param latenessMillis how far behind its series' newest event time a reading may come and still count
     * @param sink takes the alert events
     * @param groupSink is told of series that a reading of another changed
     */
    public SeriesEvaluator(String stream, String topic, long latenessMillis, AlertSink sink, GroupSink groupSink) {
        this.latenessMillis = latenessMillis;
        this.publisher = new AlertPublisher(stream, topic, sink);
        this.groups = new SeriesGroups(publisher, groupSink);
    }

    /**
     * Judges one reading of a series.
     *
     * @param nowMillis the wall clock, which the series' clock is set by
     */
    public Arrival judge(
            SeriesState state, RuleSet rules, Reading reading, int partition, long offset, long nowMillis) {
        match(state, rules, reading.sensorId());
        long timeMillis = reading.eventTimeMillis();
        HeldReadings held = state.held;
        if (isTooLate(state, timeMillis, partition, offset)) {
            return Arrival.TOO_LATE;
        }
        if (state.isNew()) {
            forgetWhatSilenceTold(state, reading);
        }
        if (held.isFull()) {
            state.settleOldest();
        }
        int index = held.insert(timeMillis, reading.value(), partition, offset);
        if (timeMillis > state.newestMillis) {
            state.newestMillis = timeMillis;
            state.newestCameAtMillis = nowMillis;
        }
        SeriesGroups.ask(state, index);
        boolean newest = index == held.size() - 1;
        boolean inOrder = newest;
        for (int i = 0; i < state.tracks.size(); i++) {
            AlertTrack track = state.tracks.get(i);
            if (newest && timeMillis >= track.advancedToMillis()) {
                publisher.judgeNewest(reading.sensorId(), held, state.rules.get(i), track);
            } else {
                inOrder = false;
                publisher.revise(reading.sensorId(), held, state.rules.get(i), track, state.firstUnsettled(), index);
            }
        }
        groups.tell(state, index);
        settle(state);
        return inOrder ? Arrival.IN_ORDER : Arrival.LATE_WITHIN_BOUNDS;
    }

    /**
     * When, by the series' clock, time alone brings something next: a timer is over, a window ends, a reading is missing;
     * {@link Long#MAX_VALUE} where it brings nothing.
     */
    public long nextDeadlineMillis(SeriesState state) {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < state.tracks.size(); i++) {
            JudgingRule rule = state.rules.get(i);
            long deadlineMillis = state.tracks.get(i).deadlineMillis(rule);
            if (deadlineMillis != Long.MAX_VALUE) {
                next = Math.min(next, deadlineMillis + patienceMillis(rule));
            }
        }
        return next;
    }

    /** A series leaves this task: the others of its group are told no more of it. */
    public void leave(SeriesState state) {
        groups.leave(state);
    }

    /** Lets time pass on a series to its clock; answers whether that brought anything. */
    public boolean advance(SeriesState state, RuleSet rules, String sensorId, long nowMillis) {
        match(state, rules, sensorId);
        long clockMillis = state.clockMillis(nowMillis);
        boolean advanced = false;
        for (int i = 0; i < state.tracks.size(); i++) {
            JudgingRule rule = state.rules.get(i);
            advanced |= publisher.advance(
                    sensorId, state.held, rule, state.tracks.get(i), clockMillis - patienceMillis(rule));
        }
        return advanced;
    }

    /** For how long a rule's time waits for late readings before it passes without them. */
    private long patienceMillis(JudgingRule rule) {
        return rule.condition().waits() ? latenessMillis : 0;
    }

    /**
     * Brings a series under the rules that are now in force: what was open under a rule that is gone, or that the
     * changed rule no longer finds, is ended with that reason; what still means something stays. Answers whether the
     * state changed.
     */
    public boolean match(SeriesState state, RuleSet rules, String sensorId) {
        if (state.matched == rules) {
            return false;
        }
        if (rules.saysTheSame(state.matched, sensorId)) {
            state.matched = rules;
            return false;
        }
        List<JudgingRule> about = rules.about(sensorId);
        boolean changed = !isUnder(state, about);
        if (changed) {
            replaceTracks(state, rules, about, sensorId);
        } else {
            awaken(state, about);
        }
        state.rules = about;
        state.matched = rules;
        String group = rules.groupAsked(sensorId);
        if (group == null) {
            groups.leave(state);
        } else {
            groups.join(group, sensorId, state);
        }
        return changed;
    }

    /**
     * Ends all that is open, since the series will be judged elsewhere from now on. It must be forgotten here afterwards.
     */
    public void moveAway(SeriesState state, RuleSet rules, String sensorId) {
        endAll(state, rules, sensorId, SENSOR_MOVED);
    }

    /** Ends all that is open of a sensor that never spoke and need not any more; it must be forgotten afterwards. */
    public void forget(SeriesState state, RuleSet rules, String sensorId) {
        endAll(state, rules, sensorId, SENSOR_FORGOTTEN);
    }

    private void endAll(SeriesState state, RuleSet rules, String sensorId, Reason reason) {
        match(state, rules, sensorId);
        for (int i = 0; i < state.tracks.size(); i++) {
            publisher.end(sensorId, state.held, state.rules.get(i), state.tracks.get(i), reason);
        }
        groups.leave(state);
    }

    /** The first reading may be of a moment before that up to which silence was judged: then time begins with it. */
    private void forgetWhatSilenceTold(SeriesState state, Reading first) {
        for (int i = 0; i < state.tracks.size(); i++) {
            AlertTrack track = state.tracks.get(i);
            JudgingRule rule = state.rules.get(i);
            if (first.eventTimeMillis() < track.advancedToMillis()) {
                publisher.end(first.sensorId(), state.held, rule, track, SPOKE_OF_EARLIER);
                state.tracks.set(i, new AlertTrack(rule, state.held, 0));
            }
        }
    }

    private static void awaken(SeriesState state, List<JudgingRule> about) {
        for (int i = 0; i < about.size(); i++) {
            if (state.tracks.get(i).isAsleep()) {
                state.tracks.get(i).awaken(about.get(i), state.held, state.firstUnsettled());
            }
        }
    }

    private void replaceTracks(SeriesState state, RuleSet rules, List<JudgingRule> about, String sensorId) {
        Map<String, AlertTrack> before = new LinkedHashMap<>();
        state.tracks.forEach(track -> before.put(track.ruleId(), track));
        state.tracks.clear();
        Sensor sensor = rules.sensor(sensorId);
        Instant expected = sensor == null || sensor.expectedInterval() == null ? null : sensor.declaredAt();
        List<Runnable> endings = new ArrayList<>();
        for (JudgingRule rule : about) {
            AlertTrack kept = before.remove(rule.id());
            AlertTrack track = kept == null ? new AlertTrack(rule, state.held, state.firstUnsettled()) : kept;
            state.tracks.add(track);
            if (!track.isUnder(rule)) {
                Reason reason = track.ruleVersion() == rule.rule().version() ? SENSOR_CHANGED : RULE_CHANGED;
                Finding now = track.changeTo(rule, state.held, state.firstUnsettled());
                if (track.isOpen() && now == Finding.CLEAR) {
                    endings.add(() -> publisher.end(sensorId, state.held, rule, track, reason));
                }
            } else if (track.isAsleep()) {
                track.awaken(rule, state.held, state.firstUnsettled());
            }
            if (state.isNew() && expected != null) {
                track.expectFrom(expected.toEpochMilli());
            }
        }
        state.settleAll();
        endings.forEach(Runnable::run);
        before.forEach((ruleId, track) -> {
            track.settleAll();
            publisher.end(sensorId, state.held, rules.outOfForce(ruleId), track, RULE_GONE);
        });
    }

    private boolean isTooLate(SeriesState state, long timeMillis, int partition, long offset) {
        if (state.isNew()) {
            return false;
        }
        HeldReadings held = state.held;
        return timeMillis < state.newestMillis - latenessMillis
                || state.isSettled(timeMillis, partition, offset)
                || (held.isFull() && !held.isBefore(0, timeMillis, partition, offset));
    }

    /** Lets go of what no late reading can reach, some readings at a time where much is written when they settle. */
    private void settle(SeriesState state) {
        HeldReadings held = state.held;
        int settled = 0;
        while (settled < held.size() - 1 && held.timeMillis(settled) < state.newestMillis - latenessMillis) {
            settled++;
        }
        if (settled < state.settlesAtOnce()) {
            settled = 0;
        }
        while (held.size() > 1 && (settled-- > 0 || isCrowded(state))) {
            state.settleOldest();
        }
    }

    private static boolean isCrowded(SeriesState state) {
        for (int i = 0; i < state.tracks.size(); i++) {
            if (state.tracks.get(i).isCrowded()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnder(SeriesState state, List<JudgingRule> rules) {
        if (state.tracks.size() != rules.size()) {
            return false;
        }
        for (int i = 0; i < rules.size(); i++) {
            if (!state.tracks.get(i).isUnder(rules.get(i))) {
                return false;
            }
        }
        return true;
    }
}
