package io.homeostat.monitor.rules;

import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleJson;
import java.util.Map;

/** Rules for tests. */
final class Rules {

    private Rules() {}

    static Rule rule(String id, int version) {
        return RuleJson.fromMap(
                Map.of("id", id, "version", version, "when", Map.of("kind", "threshold", "above", 30 + version)));
    }

    static Rule deleted(String id, int version) {
        return RuleDesk.following(rule(id, version - 1), rule(id, version - 1), true);
    }
}
