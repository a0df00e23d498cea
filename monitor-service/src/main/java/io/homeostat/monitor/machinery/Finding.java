package io.homeostat.monitor.machinery;

import java.util.Map;

/**
 * Why an alert about machinery begins or ends. Immutable.
 *
 * @param code from which pages make a sentence in the person's language
 * @param arguments what that sentence names
 * @param sentence in English
 */
record Finding(String code, Map<String, Object> arguments, String sentence) {

    static Finding needsPerson(String target, String kind, String incidentId, String sentence) {
        return new Finding(
                "incident-needs-person",
                Map.of("target", target, "kind", kind, "incidentId", incidentId),
                "%s needs a person (%s): %s".formatted(target, kind, sentence));
    }

    static Finding recovered(String target, String incidentId) {
        return new Finding(
                "incident-recovered",
                Map.of("target", target, "incidentId", incidentId),
                "the healer saw " + target + " work again");
    }

    static Finding superseded(String target, String incidentId) {
        return new Finding(
                "incident-superseded",
                Map.of("target", target, "incidentId", incidentId),
                "a newer incident of %s needs a person".formatted(target));
    }

    static Finding silent(String target, long seconds) {
        return new Finding(
                "heartbeat-missing",
                Map.of("target", target, "seconds", seconds),
                "%s has given no sign of life for %d s".formatted(target, seconds));
    }

    static Finding heardAgain(String target) {
        return new Finding("heartbeat-back", Map.of("target", target), target + " gives signs of life again");
    }

    static Finding expectedNoMore(String target) {
        return new Finding("heartbeat-expected-no-more", Map.of("target", target), target + " is expected no more");
    }
}
