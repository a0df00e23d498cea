package io.homeostat.runtime.settings;

import io.homeostat.model.StreamTopics;
import io.homeostat.model.Topics;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks that streams have names from which topics can be made, and that no topic is meant twice. */
final class StreamNames {

    private static final String KEY = "homeostat.streams";

    /** Homeostat's own topics, and the stream of alerts about machinery. */
    private static final Set<String> TAKEN = Set.of(
            Topics.ALERTS,
            Topics.RULES,
            Topics.SENSORS,
            Topics.INCIDENTS,
            Topics.HEARTBEATS,
            Topics.CANARY,
            "homeostat");

    private StreamNames() {}

    static List<String> checked(List<String> names) {
        if (names.isEmpty()) {
            throw RefusedSettingException.of(KEY, "at least one stream's name", "empty");
        }
        Set<String> topics = new HashSet<>();
        for (String name : names) {
            StreamTopics stream = named(name);
            if (TAKEN.contains(name)) {
                throw RefusedSettingException.of(KEY, "names that Homeostat does not need itself", quoted(name));
            }
            for (String topic : List.of(stream.readings(), stream.adjusted(), stream.deadLetters(), stream.truth())) {
                if (!topics.add(topic)) {
                    throw RefusedSettingException.of(
                            KEY, "names that give each topic once (" + topic + " comes twice)", names);
                }
            }
        }
        return List.copyOf(names);
    }

    private static StreamTopics named(String name) {
        try {
            return new StreamTopics(name);
        } catch (IllegalArgumentException e) {
            throw new RefusedSettingException(KEY + ": " + e.getMessage());
        }
    }

    private static String quoted(String value) {
        return '"' + value + '"';
    }
}
