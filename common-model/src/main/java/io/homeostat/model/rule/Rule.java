package io.homeostat.model.rule;

import io.homeostat.model.alert.Severity;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
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
 * @param sensors a glob on the sensor id: {@code *} for any characters, {@code ?} for one
 * @param severity how bad a breach is
 * @param when what is not allowed
 * @param holdFor how long it must hold before the alert fires; {@code for} in YAML and JSON
 * @param clear when an open alert ends; {@code null}: as soon as the condition no longer holds
 * @param correct what the healer does; {@code null}: alert only
 * @param enabled whether it is in force
 * @param deleted whether it is gone: the last version of a deleted rule
 */
public record Rule(
        String id,
        int version,
        String stream,
        String sensors,
        Severity severity,
        Specification when,
        Duration holdFor,
        @Nullable Clear clear,
        @Nullable Specification correct,
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
}
