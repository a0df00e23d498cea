package io.homeostat.monitor.explaining;

import io.homeostat.detection.condition.Finding;
import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.alert.AlertState;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleJson;
import io.homeostat.monitor.alerting.AlertView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why an alert was raised. Immutable.
 *
 * @param alert the alert as it stands
 * @param rule the version of the rule that raised it; {@code null} where it is not known any more
 * @param moment event time at which it fired; if it did not, of its last event
 * @param sentence why, in one
 * @param held for how long the breach had held at the moment
 * @param conditions what each condition said at the moment; empty where the readings are gone
 * @param readings those around the alert's beginning, in the order of event time, at most {@value #MOST_READINGS}
 * @param missing why something is not told here; {@code null} if all is
 */
record AlertExplanation(
        AlertView alert,
        @Nullable Map<String, Object> rule,
        Instant moment,
        String sentence,
        @Nullable Held held,
        List<ConditionView> conditions,
        List<ReadingView> readings,
        @Nullable String missing) {

    static final int MOST_READINGS = 200;

    AlertExplanation {
        conditions = List.copyOf(conditions);
        readings = List.copyOf(readings);
    }

    /** What is known where the readings are not. */
    static AlertExplanation without(AlertView alert, @Nullable Rule rule, AlertEvent cause, String missing) {
        return new AlertExplanation(
                alert,
                rule == null ? null : RuleJson.toMap(rule),
                cause.at(),
                sentence(alert, cause),
                rule == null ? null : held(alert, rule, cause),
                List.of(),
                List.of(),
                missing);
    }

    /** What came of judging the readings once more. */
    static AlertExplanation of(AlertView alert, Rule rule, AlertEvent cause, Reexamination seen, String topic) {
        boolean otherwise =
                cause.state() == AlertState.FIRING && seen.statement().finding() != Finding.BREACH;
        List<ReadingView> readings = around(alert.openedAt(), seen.readings()).stream()
                .map(judged -> ReadingView.of(topic, judged))
                .toList();
        return new AlertExplanation(
                alert,
                RuleJson.toMap(rule),
                cause.at(),
                sentence(alert, cause),
                held(alert, rule, cause),
                List.of(ConditionView.of(rule, seen.statement())),
                readings,
                otherwise
                        ? "Over the readings that are left, the condition says something else than it said then: it had"
                                + " remembered more, or a late reading has changed the story."
                        : null);
    }

    private static List<JudgedReading> around(Instant openedAt, List<JudgedReading> all) {
        int opener = 0;
        while (opener < all.size() && all.get(opener).past().reading().eventTimeMillis() < openedAt.toEpochMilli()) {
            opener++;
        }
        int to = Math.min(all.size(), Math.max(opener + MOST_READINGS / 2, MOST_READINGS));
        int from = Math.max(0, to - MOST_READINGS);
        return all.subList(from, to);
    }

    private static Held held(AlertView alert, Rule rule, AlertEvent cause) {
        long heldMillis = Duration.between(alert.openedAt(), cause.at()).toMillis();
        return new Held(Math.max(0, heldMillis) / 1000.0, rule.holdFor().toMillis() / 1000.0);
    }

    private static String sentence(AlertView alert, AlertEvent cause) {
        return cause.state() == AlertState.FIRING
                ? "It fired at %s, since %s; the breach began at %s."
                        .formatted(cause.at(), cause.reason(), alert.openedAt())
                : "It began at %s and has not fired; its last event, at %s, says: %s."
                        .formatted(alert.openedAt(), cause.at(), cause.reason());
    }
}
