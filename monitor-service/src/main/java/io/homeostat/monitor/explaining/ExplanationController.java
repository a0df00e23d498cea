package io.homeostat.monitor.explaining;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why, and why not, by HTTP. */
@RestController
class ExplanationController {

    private final AlertExplainer alerts;
    private final RuleExplainer rules;

    ExplanationController(AlertExplainer alerts, RuleExplainer rules) {
        this.alerts = alerts;
        this.rules = rules;
    }

    @GetMapping("/api/alerts/{id}/explanation")
    AlertExplanation alert(@PathVariable String id) {
        return alerts.explain(id);
    }

    @GetMapping("/api/rules/{id}/explanation")
    RuleExplanation rule(
            @PathVariable String id,
            @RequestParam String sensor,
            @RequestParam(required = false) @Nullable Instant at) {
        return rules.explain(id, sensor, at);
    }
}
