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

    private final long latenessMillis;
    private final AlertPublisher publisher;

    /**
     * An evaluator of one stream.
     *
     * @param stream the stream's name, which alerts carry
     * @param topic the topic that its readings come in on, which their sources name
     * @param latenessMillis how far behind its series' newest event time a reading may come and still count
     * @param sink takes the alert events
     */
    public SeriesEvaluator(String stream, String topic, long latenessMillis, AlertSink sink) {
        this.latenessMillis = latenessMillis;
        this.publisher = new AlertPublisher(stream, topic, sink);
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
        if (held.isFull()) {
            state.settleOldest();
        }
        int index = held.insert(timeMillis, reading.value(), partition, offset);
        if (timeMillis > state.newestMillis) {
            state.newestMillis = timeMillis;
            state.newestCameAtMillis = nowMillis;
        }
        boolean inOrder = index == held.size() - 1 && timeMillis >= state.advancedToMillis;
        for (int i = 0; i < state.tracks.size(); i++) {
            AlertTrack track = state.tracks.get(i);
            if (inOrder) {
                publisher.judgeNewest(reading.sensorId(), held, state.rules.get(i), track);
            } else {
                publisher.revise(
                        reading.sensorId(),
                        held,
                        state.rules.get(i),
                        track,
                        state.firstUnsettled(),
                        index,
                        state.advancedToMillis);
            }
        }
        settle(state);
        return inOrder ? Arrival.IN_ORDER : Arrival.LATE_WITHIN_BOUNDS;
    }

    /** When the next timer of a series is over, in event time; {@link Long#MAX_VALUE} where none is running. */
    public long nextDeadlineMillis(SeriesState state) {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < state.tracks.size(); i++) {
            next = Math.min(next, state.tracks.get(i).deadlineMillis(state.rules.get(i)));
        }
        return next;
    }

    /** Lets the timers of a series run to its clock; answers whether one was over. */
    public boolean advance(SeriesState state, RuleSet rules, String sensorId, long nowMillis) {
        match(state, rules, sensorId);
        long clockMillis = state.clockMillis(nowMillis);
        boolean advanced = false;
        for (int i = 0; i < state.tracks.size(); i++) {
            JudgingRule rule = state.rules.get(i);
            AlertTrack track = state.tracks.get(i);
            long deadlineMillis = track.deadlineMillis(rule);
            if (deadlineMillis <= clockMillis) {
                publisher.advance(sensorId, state.held, rule, track, clockMillis);
                state.advancedToMillis = Math.max(state.advancedToMillis, deadlineMillis);
                advanced = true;
            }
        }
        return advanced;
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
        List<JudgingRule> about = rules.about(sensorId);
        boolean changed = !isUnder(state, about);
        if (changed) {
            replaceTracks(state, rules, about, sensorId);
        }
        state.rules = about;
        state.matched = rules;
        return changed;
    }

    private void replaceTracks(SeriesState state, RuleSet rules, List<JudgingRule> about, String sensorId) {
        state.settleAll();
        Map<String, AlertTrack> before = new LinkedHashMap<>();
        state.tracks.forEach(track -> before.put(track.ruleId(), track));
        state.tracks.clear();
        for (JudgingRule rule : about) {
            AlertTrack kept = before.remove(rule.id());
            AlertTrack track = kept == null ? new AlertTrack(rule) : kept;
            state.tracks.add(track);
            if (track.ruleVersion() != rule.rule().version()) {
                track.ruleVersion(rule.rule().version());
                endIfUntrue(state, rule, track, sensorId);
            }
        }
        before.forEach(
                (ruleId, track) -> publisher.end(sensorId, state.held, rules.outOfForce(ruleId), track, RULE_GONE));
    }

    private void endIfUntrue(SeriesState state, JudgingRule rule, AlertTrack track, String sensorId) {
        if (track.isOpen() && rule.condition().judge(state.newestValue()) == Finding.CLEAR) {
            publisher.end(sensorId, state.held, rule, track, RULE_CHANGED);
        }
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

    private void settle(SeriesState state) {
        HeldReadings held = state.held;
        while (held.size() > 1 && (held.timeMillis(0) < state.newestMillis - latenessMillis || isCrowded(state))) {
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
            AlertTrack track = state.tracks.get(i);
            if (!track.ruleId().equals(rules.get(i).id())
                    || track.ruleVersion() != rules.get(i).rule().version()) {
                return false;
            }
        }
        return true;
    }
}
