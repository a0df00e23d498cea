package io.homeostat.monitor.topology;

import io.homeostat.detection.rule.CanaryRule;
import io.homeostat.detection.rule.RuleSet;
import io.homeostat.detection.series.Arrival;
import io.homeostat.detection.series.SeriesEvaluator;
import io.homeostat.detection.series.SeriesState;
import io.homeostat.model.StreamTopics;
import io.homeostat.model.Topics;
import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.alert.AlertEventJson;
import io.homeostat.model.reading.Reading;
import io.homeostat.model.reading.Rejection;
import io.homeostat.model.reading.RejectionCode;
import io.homeostat.monitor.readings.RecentReadings;
import io.homeostat.runtime.rules.RulesInForce;
import io.homeostat.runtime.stream.Origin;
import io.homeostat.runtime.stream.RawRecord;
import io.homeostat.runtime.stream.Series;
import io.homeostat.runtime.stream.SeriesHandler;
import io.homeostat.runtime.stream.TaskScope;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges the readings of one task by the rules and writes what comes of it. Belongs to its stream thread. */
final class MonitorHandler implements SeriesHandler<MonitoredSeries> {

    private static final Rejection QUARANTINED =
            new Rejection(RejectionCode.QUARANTINED, "the record was set aside: processing it failed again and again");

    private final StreamTopics stream;
    private final TaskScope<MonitoredSeries> scope;
    private final SeriesEvaluator evaluator;
    private final RecentReadings recent;
    private final InstantSource clock;
    private final long idleAfterMillis;
    private final RulesInForce<RuleSet> rules;
    private final DeclaredSensors declared;
    /** The rules and what is known of sensors, as of the last tick. */
    private RuleSet judged;

    private boolean settledIn;
    /** Whether all series that were here at the beginning know of each other. */
    private boolean together;
    /** The series with a running timer. */
    private final Set<Series<MonitoredSeries>> timed = new LinkedHashSet<>();

    MonitorHandler(
            StreamTopics stream,
            TaskScope<MonitoredSeries> scope,
            RecentReadings recent,
            MonitorLimits limits,
            InstantSource clock) {
        this.stream = stream;
        this.scope = scope;
        this.recent = recent;
        this.clock = clock;
        this.idleAfterMillis = limits.idleAfter().toMillis();
        this.evaluator = new SeriesEvaluator(
                stream.stream(), stream.readings(), limits.lateness().toMillis(), this::publish, this::changed);
        this.rules = new RulesInForce<>(
                scope.rules(),
                all -> RuleSet.of(
                        stream.stream(),
                        all,
                        (rule, e) ->
                                scope.leftOutRules().tell(rule.id(), rule.version(), String.valueOf(e.getMessage()))));
        this.judged = rules.get().with(scope.sensors().get());
        this.declared = new DeclaredSensors(scope);
    }

    @Override
    public void judge(@Nullable Series<MonitoredSeries> series, Reading reading, Origin origin) {
        if (!together) {
            // a reading is compared with all of its group that were here before
            matchAll();
        }
        if (series == null) {
            recent.record(stream.stream(), reading.sensorId(), reading.eventTimeMillis(), reading.value());
            return;
        }
        series.state().note(recent, stream.stream(), series.sensorId(), reading.eventTimeMillis(), reading.value());
        SeriesState state = series.state().state();
        Arrival arrival = evaluator.judge(state, judged, reading, origin.partition(), origin.offset(), clock.millis());
        if (arrival == Arrival.TOO_LATE) {
            scope.countLate();
        }
        if (evaluator.nextDeadlineMillis(state) != Long.MAX_VALUE) {
            timed.add(series);
        }
    }

    @Override
    public void reject(Rejection rejection, RawRecord record) {
        DeadLetters.send(scope, stream, rejection, record);
    }

    @Override
    public void quarantine(@Nullable Reading reading, RawRecord record) {
        DeadLetters.send(scope, stream, QUARANTINED, record);
    }

    @Override
    public boolean isBreach(double canaryValue) {
        return CanaryRule.isBreach(canaryValue);
    }

    @Override
    public void tick(long nowMillis) {
        boolean otherRules = rules.renew(nowMillis);
        boolean otherSensors = declared.renew();
        if (otherRules || otherSensors || !settledIn) {
            settledIn = true;
            judged = rules.get().with(scope.sensors().get());
            bringUnderRules();
        }
        if (scope.isCaughtUp()) {
            runTimers(nowMillis);
        }
    }

    @Override
    public void leaveHome(Series<MonitoredSeries> series) {
        evaluator.moveAway(series.state().state(), judged, series.sensorId());
        timed.remove(series);
    }

    @Override
    public boolean mayLeave(MonitoredSeries series, long nowMillis) {
        SeriesState state = series.state();
        boolean idle = nowMillis - state.newestCameAtMillis() > idleAfterMillis;
        if (state.isNew() || state.hasOpenAlert() || !idle) {
            return false;
        }
        evaluator.leave(state);
        return true;
    }

    /** Brings every series under the rules as they now are: what they no longer find ends at once. */
    private void bringUnderRules() {
        for (Series<MonitoredSeries> series : declared.forgotten()) {
            evaluator.forget(series.state().state(), judged, series.sensorId());
            timed.remove(series);
            scope.store().remove(series);
        }
        declared.makeExpected();
        matchAll();
    }

    private void matchAll() {
        together = true;
        for (Series<MonitoredSeries> series : scope.store().all()) {
            if (evaluator.match(series.state().state(), judged, series.sensorId())) {
                scope.store().changed(series);
            }
            if (evaluator.nextDeadlineMillis(series.state().state()) != Long.MAX_VALUE) {
                timed.add(series);
            }
        }
    }

    private void runTimers(long nowMillis) {
        for (Iterator<Series<MonitoredSeries>> all = timed.iterator(); all.hasNext(); ) {
            Series<MonitoredSeries> series = all.next();
            if (evaluator.advance(series.state().state(), judged, series.sensorId(), nowMillis)) {
                scope.store().changed(series);
            }
            if (evaluator.nextDeadlineMillis(series.state().state()) == Long.MAX_VALUE) {
                all.remove();
            }
        }
    }

    /** A reading of another sensor of its group changed what was said of a series. */
    private void changed(String sensorId) {
        Series<MonitoredSeries> series = scope.store().find(sensorId);
        if (series != null) {
            scope.store().changed(series);
            if (evaluator.nextDeadlineMillis(series.state().state()) != Long.MAX_VALUE) {
                timed.add(series);
            }
        }
    }

    private void publish(AlertEvent event) {
        byte[] key = event.alertId().getBytes(StandardCharsets.UTF_8);
        scope.send(Topics.ALERTS, key, AlertEventJson.write(event));
    }
}
