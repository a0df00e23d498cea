package io.homeostat.monitor.backtest;

import io.homeostat.detection.rule.SensorGlob;
import io.homeostat.model.StreamTopics;
import io.homeostat.model.rule.Rule;
import io.homeostat.monitor.past.PastRange;
import io.homeostat.monitor.past.PastReading;
import io.homeostat.monitor.past.PastTopics;
import io.homeostat.monitor.past.WarmUp;
import io.homeostat.monitor.rules.RuleQuestions;
import io.homeostat.runtime.settings.HomeostatProperties;
import io.homeostat.runtime.stream.Pipelines;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes plans of what somebody asks for, and has them run. Thread-safe. */
@Component
class BacktestDesk {

    private final RuleQuestions rules;
    private final PastTopics topics;
    private final Pipelines pipelines;
    private final Duration lateness;

    BacktestDesk(RuleQuestions rules, PastTopics topics, Pipelines pipelines, HomeostatProperties properties) {
        this.rules = rules;
        this.topics = topics;
        this.pipelines = pipelines;
        this.lateness = properties.lateness();
    }

    /** Begins a backtest over what a topic holds. */
    void overTopic(RunningBacktest place, Map<?, ?> body, Audience audience) {
        Rule draft = rules.draft(body.get("rule"));
        BacktestOrder order = BacktestOrder.of(body);
        BacktestPlan plan = plan(draft, order.sensors(), order.from(), order.to());
        PastRange range = new PastRange(order.from(), order.to(), warmUp(plan), lateness);
        place.begin(plan, enough -> topics.readings(plan.stream(), range, plan.sensors()::matches, enough), audience);
    }

    /** Begins a backtest over a file. */
    void overFile(RunningBacktest place, Map<?, ?> sent, @Nullable String sensors, byte[] file, Audience audience) {
        Rule draft = rules.draft(sent);
        BacktestPlan plan = plan(draft, BacktestOrder.sensors(sensors), null, null);
        List<PastReading> readings = new CsvFile(SensorOfFile.of(draft)).read(file);
        place.begin(plan, enough -> new FileReadings(readings, plan.sensors()), audience);
    }

    private BacktestPlan plan(Rule draft, SensorGlob sensors, @Nullable Instant from, @Nullable Instant to) {
        Rule live = rules.newest(draft.id())
                .filter(rule ->
                        rule.enabled() && !rule.deleted() && rule.stream().equals(draft.stream()))
                .orElse(null);
        return new BacktestPlan(
                new StreamTopics(draft.stream()),
                draft,
                live,
                sensors,
                pipelines.sensorsOf(draft.stream()),
                from,
                to,
                lateness);
    }

    private static Duration warmUp(BacktestPlan plan) {
        Rule live = plan.live();
        Duration ofDraft = WarmUp.of(plan.draft());
        Duration ofLive = live == null ? Duration.ZERO : WarmUp.of(live);
        return ofDraft.compareTo(ofLive) >= 0 ? ofDraft : ofLive;
    }
}
