package io.homeostat.monitor.explaining;

import io.homeostat.detection.rule.JudgingRule;
import io.homeostat.model.StreamTopics;
import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.alert.AlertState;
import io.homeostat.model.rule.Rule;
import io.homeostat.monitor.alerting.AlertQuestions;
import io.homeostat.monitor.alerting.AlertView;
import io.homeostat.monitor.past.PastRange;
import io.homeostat.monitor.past.RuleRun;
import io.homeostat.monitor.past.WarmUp;
import io.homeostat.monitor.rules.RuleQuestions;
import io.homeostat.runtime.settings.HomeostatProperties;
import io.homeostat.runtime.stream.Pipelines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says why an alert was raised. Thread-safe. */
@Component
class AlertExplainer {

    /** For how long after an alert's beginning readings are shown. */
    private static final Duration AFTER = Duration.ofMinutes(10);

    private final AlertQuestions alerts;
    private final RuleQuestions rules;
    private final SensorPast past;
    private final Pipelines pipelines;
    private final HomeostatProperties properties;
    private final InstantSource clock = Clock.systemUTC();

    AlertExplainer(
            AlertQuestions alerts,
            RuleQuestions rules,
            SensorPast past,
            Pipelines pipelines,
            HomeostatProperties properties) {
        this.alerts = alerts;
        this.rules = rules;
        this.past = past;
        this.pipelines = pipelines;
        this.properties = properties;
    }

    /** The explanation of an alert. */
    AlertExplanation explain(String alertId) {
        AlertView alert = alerts.alert(alertId);
        AlertEvent cause = cause(alerts.events(alertId));
        if (!properties.streams().contains(alert.stream())) {
            return AlertExplanation.without(
                    alert, null, cause, "It is about machinery, of which there are no readings.");
        }
        Rule rule = rules.version(cause.ruleId(), cause.ruleVersion()).orElse(null);
        if (rule == null) {
            return AlertExplanation.without(
                    alert,
                    null,
                    cause,
                    "Version %d of the rule \"%s\" is not on the topic rules.history any more."
                            .formatted(cause.ruleVersion(), cause.ruleId()));
        }
        if (!JudgingRule.faults(rule).isEmpty() || !rule.enabled()) {
            return AlertExplanation.without(
                    alert, rule, cause, "This version of Homeostat cannot judge with the rule.");
        }
        return explain(alert, rule, cause);
    }

    private AlertExplanation explain(AlertView alert, Rule rule, AlertEvent cause) {
        StreamTopics stream = new StreamTopics(alert.stream());
        RuleRun run = new RuleRun(stream, rule, pipelines.sensorsOf(stream.stream()), properties.lateness());
        if (run.asksTheGroup(alert.sensorId())) {
            return AlertExplanation.without(
                    alert,
                    rule,
                    cause,
                    "The rule compares the sensor with the others of its group, which are not judged again here.");
        }
        Instant end = cause.at().isAfter(alert.openedAt()) ? cause.at() : alert.openedAt();
        PastRange range = new PastRange(alert.openedAt(), end.plus(AFTER), WarmUp.of(rule), properties.lateness());
        SensorPast.Found found = past.readings(stream, alert.sensorId(), range);
        if (found.readings().isEmpty() || !run.isAbout(alert.sensorId())) {
            String why = found.complete()
                    ? "The readings are not on the topic %s any more."
                    : "The readings on the topic %s could not be searched in time.";
            return AlertExplanation.without(alert, rule, cause, why.formatted(stream.readings()));
        }
        Reexamination seen = Reexamination.of(
                run, alert.sensorId(), found.readings(), cause.at().toEpochMilli(), clock.millis());
        return AlertExplanation.of(alert, rule, cause, seen, stream.readings());
    }

    /** The event by which it fired first; if it did not, its last. */
    private static AlertEvent cause(List<AlertEvent> events) {
        return events.stream()
                .filter(event -> event.state() == AlertState.FIRING)
                .findFirst()
                .orElseGet(() -> events.get(events.size() - 1));
    }
}
