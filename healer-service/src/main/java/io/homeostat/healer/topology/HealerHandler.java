package io.homeostat.healer.topology;

import io.homeostat.detection.correction.Corrector;
import io.homeostat.detection.rule.CanaryRule;
import io.homeostat.detection.rule.JudgingRule;
import io.homeostat.detection.rule.RuleSet;
import io.homeostat.healer.topology.CorrectionProperties.Emit;
import io.homeostat.model.StreamTopics;
import io.homeostat.model.correction.Correction;
import io.homeostat.model.correction.CorrectionJson;
import io.homeostat.model.reading.Reading;
import io.homeostat.model.reading.Rejection;
import io.homeostat.model.reading.Source;
import io.homeostat.runtime.rules.RulesInForce;
import io.homeostat.runtime.stream.Origin;
import io.homeostat.runtime.stream.RawRecord;
import io.homeostat.runtime.stream.Series;
import io.homeostat.runtime.stream.SeriesHandler;
import io.homeostat.runtime.stream.TaskScope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Corrects the readings of one task by the rules. Belongs to its stream thread. */
final class HealerHandler implements SeriesHandler<HealedSeries> {

    private final StreamTopics stream;
    private final TaskScope<HealedSeries> scope;
    private final CorrectionJson json;
    private final CorrectionCounts counts;
    private final Emit emit;
    private final long latenessMillis;
    private final long idleAfterMillis;
    private final InstantSource clock;
    private final RulesInForce<RuleSet> rules;
    /** The rules and what is known of sensors, as of the last tick. */
    private RuleSet judged;

    private long edition;

    HealerHandler(
            StreamTopics stream,
            TaskScope<HealedSeries> scope,
            CorrectionCounts counts,
            Emit emit,
            Duration lateness,
            Duration idleAfter,
            InstantSource clock) {
        this.stream = stream;
        this.scope = scope;
        this.json = new CorrectionJson(stream);
        this.counts = counts;
        this.emit = emit;
        this.latenessMillis = lateness.toMillis();
        this.idleAfterMillis = idleAfter.toMillis();
        this.clock = clock;
        this.rules = new RulesInForce<>(
                scope.rules(),
                all -> RuleSet.of(
                        stream.stream(),
                        all,
                        (rule, e) ->
                                scope.leftOutRules().tell(rule.id(), rule.version(), String.valueOf(e.getMessage()))));
        this.edition = scope.sensors().edition();
        this.judged = rules.get().with(scope.sensors().get());
    }

    @Override
    public void judge(@Nullable Series<HealedSeries> series, Reading reading, Origin origin) {
        List<JudgingRule> about = series == null
                ? judged.about(reading.sensorId())
                : series.state().rules(judged, reading.sensorId());
        boolean good = !Corrector.fails(about, reading.value());
        if (series != null) {
            if (series.state().isTooLate(reading, latenessMillis)) {
                scope.countLate();
            }
            series.state().came(reading, good, clock.millis());
        }
        if (!good || emit == Emit.ALL) {
            Source source = new Source(stream.readings(), origin.partition(), origin.offset());
            Correction correction = Corrector.correct(about, reading, source);
            publish(correction == null ? Corrector.good(reading, source) : correction);
        }
    }

    @Override
    public void reject(Rejection rejection, RawRecord record) {
        // the monitor alone writes dead letters; that it was counted is all that the healer owes it
    }

    @Override
    public void quarantine(@Nullable Reading reading, RawRecord record) {
        if (reading != null) {
            publish(Corrector.untrusted(
                    reading, record.source(), "the record was set aside: processing it failed again and again"));
        }
    }

    @Override
    public boolean isBreach(double canaryValue) {
        return CanaryRule.isBreach(canaryValue);
    }

    @Override
    public void tick(long nowMillis) {
        boolean otherSensors = edition != scope.sensors().edition();
        if (rules.renew(nowMillis) || otherSensors) {
            edition = scope.sensors().edition();
            judged = rules.get().with(scope.sensors().get());
        }
    }

    @Override
    public boolean mayLeave(HealedSeries state, long nowMillis) {
        return nowMillis - state.newestCameAtMillis() > idleAfterMillis;
    }

    private void publish(Correction correction) {
        byte[] key = correction.sensorId().getBytes(StandardCharsets.UTF_8);
        scope.send(stream.adjusted(), key, json.write(correction));
        counts.count(correction.method());
    }
}
