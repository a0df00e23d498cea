package io.homeostat.model.rule;

import io.homeostat.model.alert.Severity;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says otherwise of some of its sensors. What is {@code null} is as in the rule. Immutable.
 *
 * @param sensors which of the rule's sensors are meant
 * @param severity how bad a breach is
 * @param when what is not allowed
 * @param holdFor how long it must hold before the alert fires; {@code for} in YAML and JSON
 * @param clear when an open alert ends
 * @param correct what the healer does
 * @param enabled whether the rule is in force
 */
public record RuleOverride(
        SensorSelector sensors,
        @Nullable Severity severity,
        @Nullable Specification when,
        @Nullable Duration holdFor,
        Rule.@Nullable Clear clear,
        @Nullable Specification correct,
        @Nullable Boolean enabled) {}
