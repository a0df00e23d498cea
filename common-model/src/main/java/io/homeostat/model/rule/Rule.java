package io.homeostat.model.rule;

import io.homeostat.model.alert.Severity;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is not allowed, of which sensors, and what follows from it. Immutable.
 *
 * <p>What a condition's kind and a correction's method mean is the detection core's to know; here they are data.
 *
 * @param id the rule's name, 1 to 100 characters of {@code A-Z a-z 0-9 . _ -}, not beginning with a dot
 * @param version counts the rule's versions from 1
 * @param stream the stream whose readings it judges
 * @param sensors which of the stream's sensors it is about
 * @param unit of the figures in it; {@code null}: each sensor's own
 * @param severity how bad a breach is
 * @param when what is not allowed
 * @param holdFor how long it must hold before the alert fires; {@code for} in YAML and JSON
 * @param clear when an open alert ends; {@code null}: as soon as the condition no longer holds
 * @param correct what the healer does; {@code null}: alert only
 * @param overrides what it says otherwise of some of its sensors; the first that means a sensor holds
 * @param enabled whether it is in force
 * @param deleted whether it is gone: the last version of a deleted rule
 */
public record Rule(
        String id,
        int version,
        String stream,
        SensorSelector sensors,
        @Nullable String unit,
        Severity severity,
        Specification when,
        Duration holdFor,
        @Nullable Clear clear,
        @Nullable Specification correct,
        List<RuleOverride> overrides,
        boolean enabled,
        boolean deleted) {

    /**
     * When an open alert ends.
     *
     * @param limits the limits of the clear band, all of which must hold; empty: the opposite of the rule's condition
     * @param holdFor how long the series must be clear; {@code for} in YAML and JSON
     */
    public record Clear(Map<String, Object> limits, Duration holdFor) {
        public Clear {
            limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
        }
    }

    public Rule {
        overrides = List.copyOf(overrides);
    }

    /** A rule about the sensors whose ids a pattern matches, in their own units, that says the same of all of them. */
    public Rule(
            String id,
            int version,
            String stream,
            String glob,
            Severity severity,
            Specification when,
            Duration holdFor,
            @Nullable Clear clear,
            @Nullable Specification correct,
            boolean enabled,
            boolean deleted) {
        this(
                id,
                version,
                stream,
                SensorSelector.ofGlob(glob),
                null,
                severity,
                when,
                holdFor,
                clear,
                correct,
                List.of(),
                enabled,
                deleted);
    }

    /** What it says, as another version. */
    public Rule withVersion(int number, boolean isDeleted) {
        return new Rule(
                id, number, stream, sensors, unit, severity, when, holdFor, clear, correct, overrides, enabled,
                isDeleted);
    }

    /** What it says of the sensors that an override means, under the same name and version. */
    public Rule overriddenBy(RuleOverride override) {
        return new Rule(
                id,
                version,
                stream,
                override.sensors(),
                unit,
                override.severity() == null ? severity : override.severity(),
                override.when() == null ? when : override.when(),
                override.holdFor() == null ? holdFor : override.holdFor(),
                override.clear() == null ? clear : override.clear(),
                override.correct() == null ? correct : override.correct(),
                List.of(),
                override.enabled() == null ? enabled : override.enabled(),
                deleted);
    }
}
