package io.homeostat.monitor.explaining;

import io.homeostat.detection.rule.JudgingRule;
import io.homeostat.model.StreamTopics;
import io.homeostat.model.rule.Rule;
import io.homeostat.monitor.past.PastRange;
import io.homeostat.monitor.past.PastReading;
import io.homeostat.monitor.past.RuleRun;
import io.homeostat.monitor.past.WarmUp;
import io.homeostat.monitor.rules.RuleQuestions;
import io.homeostat.runtime.settings.HomeostatProperties;
import io.homeostat.runtime.stream.Pipelines;
import io.homeostat.runtime.web.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says why a rule did not fire on a sensor at a moment. Thread-safe. */
@Component
class RuleExplainer {

    private final RuleQuestions rules;
    private final SensorPast past;
    private final Pipelines pipelines;
    private final Duration lateness;
    private final InstantSource clock = Clock.systemUTC();

    RuleExplainer(RuleQuestions rules, SensorPast past, Pipelines pipelines, HomeostatProperties properties) {
        this.rules = rules;
        this.past = past;
        this.pipelines = pipelines;
        this.lateness = properties.lateness();
    }

    /**
     * The explanation.
     *
     * @param at the moment, in event time; {@code null}: now
     */
    RuleExplanation explain(String ruleId, String sensorId, @Nullable Instant at) {
        Rule newest = rules.existing(ruleId);
        Instant now = clock.instant();
        Instant moment = at == null ? now : at;
        if (!PastRange.isPossible(moment)) {
            throw ProblemException.badRequest("at must be in the years 1970 to 9999, was %s.".formatted(moment));
        }
        StreamTopics stream = new StreamTopics(newest.stream());
        Duration warmUp = WarmUp.of(newest);
        PastRange range = new PastRange(moment.minus(warmUp), moment, Duration.ZERO, lateness);
        List<PastReading> readings = past.readings(stream, sensorId, range).readings();
        Rule rule = readings.isEmpty()
                ? newest
                : rules.inForceAt(ruleId, cameAt(readings)).orElse(null);
        Unexplained asked = new Unexplained(ruleId, rule == null ? null : rule.version(), sensorId, moment);
        if (rule == null || rule.deleted()) {
            return asked.by(new Answer("not-there", "There was no such rule then: it was made later."));
        }
        if (!rule.enabled()) {
            return asked.by(
                    new Answer("disabled", "The rule was switched off then, in version %d.".formatted(rule.version())));
        }
        if (!JudgingRule.faults(rule).isEmpty()) {
            return asked.by(new Answer("not-judged", "This version of Homeostat cannot judge with the rule."));
        }
        RuleRun run = new RuleRun(stream, rule, pipelines.sensorsOf(stream.stream()), lateness);
        if (!run.isAbout(sensorId)) {
            return asked.by(new Answer(
                    "not-matched",
                    "The rule is about the sensors %s, and %s is none of them."
                            .formatted(rule.sensors().written(), sensorId)));
        }
        if (run.asksTheGroup(sensorId)) {
            return asked.by(new Answer(
                    "asks-the-group",
                    "The rule compares %s with the other sensors of its group, which are not judged again here; its alerts say what they read."
                            .formatted(sensorId)));
        }
        if (readings.isEmpty()) {
            return asked.by(new Answer(
                    "no-reading",
                    "The topic %s has no reading of %s from %s to %s: none came, or they are gone by retention."
                            .formatted(stream.readings(), sensorId, range.from(), moment)));
        }
        Reexamination seen = Reexamination.of(run, sensorId, readings, moment.toEpochMilli(), now.toEpochMilli());
        return asked.by(WhyNot.of(rule, seen, moment, lateness), rule, seen, stream.readings());
    }

    /** When the newest reading came, and so was judged by the live rules. */
    private static Instant cameAt(List<PastReading> readings) {
        PastReading newest = readings.get(0);
        for (PastReading past : readings) {
            if (past.reading().eventTimeMillis() >= newest.reading().eventTimeMillis()) {
                newest = past;
            }
        }
        return Instant.ofEpochMilli(newest.cameAtMillis());
    }

    /** What was asked. */
    private record Unexplained(String ruleId, @Nullable Integer version, String sensorId, Instant at) {

        RuleExplanation by(Answer answer) {
            return new RuleExplanation(
                    ruleId,
                    version,
                    sensorId,
                    at,
                    false,
                    null,
                    answer.code(),
                    answer.sentence(),
                    null,
                    List.of(),
                    null);
        }

        RuleExplanation by(Answer answer, Rule rule, Reexamination seen, String topic) {
            var alert = seen.alert();
            var newest = seen.newest();
            boolean fired = answer.code().equals("fired");
            return new RuleExplanation(
                    ruleId,
                    version,
                    sensorId,
                    at,
                    fired,
                    fired && alert != null ? alert.alertId() : null,
                    answer.code(),
                    answer.sentence(),
                    WhyNot.held(rule, alert, at),
                    List.of(ConditionView.of(rule, seen.statement())),
                    newest == null ? null : ReadingView.of(topic, newest));
        }
    }
}
