package io.homeostat.endtoend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What the events on {@code alerts} tell, in the order of the topic. Immutable. */
record AlertHistory(List<JsonNode> events) {

    static AlertHistory of(List<JsonNode> events) {
        return new AlertHistory(List.copyOf(events));
    }

    List<AlertSpan> spans() {
        return AlertSpan.of(events);
    }

    /** The versions of rules that made these events. */
    Set<Integer> versions() {
        return events.stream().map(event -> event.get("ruleVersion").asInt()).collect(Collectors.toSet());
    }

    /** The alerts whose events are not numbered 1, 2, 3, … */
    Map<String, List<Integer>> sequencesWithAGap() {
        Map<String, List<Integer>> sequences = events.stream()
                .collect(Collectors.groupingBy(
                        event -> event.get("alertId").asString(),
                        TreeMap::new,
                        Collectors.mapping(event -> event.get("sequence").asInt(), Collectors.toList())));
        sequences.values().removeIf(numbers -> {
            for (int i = 0; i < numbers.size(); i++) {
                if (numbers.get(i) != i + 1) {
                    return false;
                }
            }
            return true;
        });
        return sequences;
    }

    /** The alerts of a sensor that began before another one of it had ended. */
    List<AlertSpan> openTwiceAtATime() {
        Map<String, List<AlertSpan>> bySensor = spans().stream().collect(Collectors.groupingBy(AlertSpan::sensorId));
        List<AlertSpan> twice = new ArrayList<>();
        for (List<AlertSpan> its : bySensor.values()) {
            List<AlertSpan> sorted = its.stream()
                    .sorted(Comparator.comparing(AlertSpan::openedAt))
                    .toList();
            for (int i = 1; i < sorted.size(); i++) {
                Instant endOfTheOneBefore = sorted.get(i - 1).resolvedAt();
                if (endOfTheOneBefore == null || sorted.get(i).openedAt().isBefore(endOfTheOneBefore)) {
                    twice.add(sorted.get(i));
                }
            }
        }
        return twice;
    }
}
