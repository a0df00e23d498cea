package io.homeostat.monitor.explaining;

import io.homeostat.detection.condition.Finding;
import io.homeostat.detection.condition.Statement;
import io.homeostat.model.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a condition said at a moment, beside how it is written. Immutable.
 *
 * @param path where it stands in the rule, such as {@code when.conditions[1]}
 * @param kind its kind
 * @param finding {@code breach}, {@code between} (limit and clear limit) or {@code clear}; {@code null}: nothing yet
 * @param measure what it compared: the value, a mean, a rate; {@code null} where there is no such
 * @param limit what it was compared with
 * @param reason why, as a sentence; {@code null}: it said nothing yet
 * @param reasonArgs what the sentence names; of a learned rule the band that was expected
 * @param parts the same of the conditions that it is put together from
 */
record ConditionView(
        String path,
        String kind,
        @Nullable String finding,
        @Nullable Double measure,
        @Nullable Double limit,
        @Nullable String reason,
        @Nullable String reasonCode,
        Map<String, Object> reasonArgs,
        List<ConditionView> parts) {

    static ConditionView of(Rule rule, Statement statement) {
        Map<String, Object> written = new LinkedHashMap<>(rule.when().parameters());
        written.put("kind", rule.when().kind());
        return of("when", written, statement);
    }

    private static ConditionView of(String path, Map<?, ?> written, Statement statement) {
        List<ConditionView> parts = new ArrayList<>();
        for (int i = 0; i < statement.parts().size(); i++) {
            boolean one = written.get("condition") instanceof Map<?, ?>;
            String place = path + (one ? ".condition" : ".conditions[" + i + "]");
            parts.add(of(place, part(written, i), statement.parts().get(i)));
        }
        var reason = statement.reason();
        Finding finding = statement.finding();
        return new ConditionView(
                path,
                String.valueOf(written.get("kind")),
                finding == null ? null : finding.name().toLowerCase(Locale.ROOT),
                finiteOrNull(statement.measure()),
                finiteOrNull(statement.limit()),
                reason == null ? null : reason.sentence(),
                reason == null ? null : reason.code(),
                reason == null ? Map.of() : reason.arguments(),
                parts);
    }

    private static Map<?, ?> part(Map<?, ?> written, int index) {
        if (written.get("condition") instanceof Map<?, ?> only) {
            return only;
        }
        return written.get("conditions") instanceof List<?> all && all.get(index) instanceof Map<?, ?> part
                ? part
                : Map.of();
    }

    private static @Nullable Double finiteOrNull(double number) {
        return Double.isFinite(number) ? number : null;
    }
}
