package io.homeostat.monitor.past;

import io.homeostat.detection.condition.Condition;
import io.homeostat.detection.rule.JudgingRule;
import io.homeostat.detection.rule.RuleSet;
import io.homeostat.detection.series.Arrival;
import io.homeostat.detection.series.SeriesEvaluator;
import io.homeostat.detection.series.SeriesState;
import io.homeostat.model.StreamTopics;
import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.sensor.Sensor;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One rule run over past readings, by the classes that judge the live ones. Not thread-safe; holds the alerts that were
 * raised, about a kilobyte each.
 *
 * <p>In the monitor time passes between readings, too, and early alerts come of that. Here it passes with the readings and
 * once at the end: the history of a series does not depend on when its clock was looked at, since whatever time has brought
 * too early is revised by the reading that proves it wrong.
 */
public final class RuleRun {

    private final String ruleId;
    private final RuleSet rules;
    private final SeriesEvaluator evaluator;
    private final long latenessMillis;
    private final Map<String, RaisedAlert> alerts = new HashMap<>();

    /**
     * A run that has judged nothing.
     *
     * @param rule one that can be judged with, and is in force
     * @param known what is known of the stream's sensors, by sensor id
     * @param lateness how far behind its series' newest event time a reading may come and still count
     */
    public RuleRun(StreamTopics stream, Rule rule, Map<String, Sensor> known, Duration lateness) {
        this.ruleId = rule.id();
        this.latenessMillis = lateness.toMillis();
        // one that is in another unit than a sensor is not about that sensor, as it is live
        this.rules = RuleSet.of(stream.stream(), List.of(rule), (refused, refusal) -> {})
                .with(known);
        this.evaluator = new SeriesEvaluator(stream.stream(), stream.readings(), latenessMillis, this::take);
    }

    /** Whether the rule is about a sensor. */
    public boolean isAbout(String sensorId) {
        return about(sensorId).isPresent();
    }

    /** Whether the readings of a sensor must be judged: the rule is about it, or about others of its group that ask it. */
    public boolean reads(String sensorId) {
        return isAbout(sensorId) || rules.groupAsked(sensorId) != null;
    }

    /** Whether the rule compares a sensor with the others of its group. */
    public boolean asksTheGroup(String sensorId) {
        return about(sensorId).filter(rule -> rule.condition().asksTheGroup()).isPresent();
    }

    /** The rule as it is for a sensor; empty where it is not about that. */
    public Optional<JudgingRule> about(String sensorId) {
        return rules.about(sensorId).stream()
                .filter(rule -> rule.id().equals(ruleId))
                .findFirst();
    }

    /** How far behind its series' newest event time a reading may come and still count. */
    public long latenessMillis() {
        return latenessMillis;
    }

    /** Judges the next reading of a series. */
    public Arrival judge(SeriesState state, PastReading past) {
        return evaluator.judge(state, rules, past.reading(), past.partition(), past.offset(), past.cameAtMillis());
    }

    /**
     * Lets time pass on a series to an event time, or to where its clock stands at a moment if that is earlier.
     *
     * @param nowMillis the moment, by the clock that the records' timestamps are of
     */
    public void passTime(SeriesState state, String sensorId, long toMillis, long nowMillis) {
        long clockMillis = toMillis + patienceMillis(sensorId);
        long thenMillis = state.newestCameAtMillis() + (clockMillis - state.newestMillis());
        var unused = evaluator.advance(state, rules, sensorId, Math.min(thenMillis, nowMillis));
    }

    /** Up to which event time all is told of a series, as its clock stands at a moment. */
    public long timeToldMillis(SeriesState state, String sensorId, long nowMillis) {
        return state.clockMillis(nowMillis) - patienceMillis(sensorId);
    }

    /** For how long the rule waits for late readings before time passes without them. */
    private long patienceMillis(String sensorId) {
        return about(sensorId)
                        .map(JudgingRule::condition)
                        .filter(Condition::waits)
                        .isPresent()
                ? latenessMillis
                : 0;
    }

    /** How many alerts are held. */
    public int size() {
        return alerts.size();
    }

    /** The alerts that fired and lie in a stretch of time, at least in part, in the order of their beginnings. */
    public List<RaisedAlert> alerts(Instant from, Instant to) {
        return alerts.values().stream()
                .filter(alert -> alert.counts() && alert.overlaps(from, to))
                .sorted(Comparator.comparing(RaisedAlert::openedAt).thenComparing(RaisedAlert::sensorId))
                .toList();
    }

    /** The alert that is open at an event time, pending included. */
    public Optional<RaisedAlert> openAt(long timeMillis) {
        Instant time = Instant.ofEpochMilli(timeMillis);
        return alerts.values().stream()
                .filter(alert -> !alert.isNothing() && alert.isOpenAt(time))
                .findFirst();
    }

    private void take(AlertEvent event) {
        RaisedAlert alert = alerts.get(event.alertId());
        if (alert == null) {
            alert = new RaisedAlert(event);
            alerts.put(event.alertId(), alert);
        } else {
            alert.follow(event);
        }
        if (alert.isNothing()) {
            alerts.remove(event.alertId());
        }
    }
}
