package io.homeostat.model.rule;

import io.homeostat.model.MessageJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The JSON of rules; a rule written in YAML is the same object as a map. Thread-safe. */
public final class RuleJson {

    private RuleJson() {}

    /** The bytes of a rule. */
    public static byte[] write(Rule rule) {
        return MessageJson.mapper().writeValueAsBytes(toMap(rule));
    }

    /** A rule as plain maps, lists, texts and numbers. */
    public static Map<String, Object> toMap(Rule rule) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", rule.id());
        map.put("version", rule.version());
        map.put("stream", rule.stream());
        map.put("sensors", rule.sensors().written());
        putIfThere(map, "unit", rule.unit());
        map.put("severity", rule.severity().label());
        map.put("when", specification("kind", rule.when()));
        map.put("for", rule.holdFor().toString());
        putIfThere(map, "clear", clear(rule.clear()));
        putIfThere(map, "correct", specification("method", rule.correct()));
        if (!rule.overrides().isEmpty()) {
            map.put("overrides", rule.overrides().stream().map(RuleJson::toMap).toList());
        }
        map.put("enabled", rule.enabled());
        map.put("deleted", rule.deleted());
        return map;
    }

    /**
     * Reads a rule.
     *
     * @throws RuleFormatException if it is not written as a rule must be
     */
    public static Rule read(byte[] bytes) {
        Object root;
        try {
            root = MessageJson.mapper().readValue(bytes, Object.class);
        } catch (JacksonException e) {
            throw new RuleFormatException(List.of(new RuleFault("a rule", e.getOriginalMessage(), "JSON")));
        }
        if (root instanceof Map<?, ?> map) {
            return fromMap(map);
        }
        throw new RuleFormatException(List.of(new RuleFault("a rule", String.valueOf(root), "a JSON object")));
    }

    /**
     * Reads a rule from maps, lists, texts and numbers, as a YAML reader gives them.
     *
     * @throws RuleFormatException if it is not written as a rule must be
     */
    public static Rule fromMap(Map<?, ?> map) {
        return new RuleParser(map).parse();
    }

    /** Reads a rule that somebody writes, as far as it can be read, and gathers all that is wrong with it. */
    public static RuleDraft draft(Map<?, ?> map) {
        return new RuleParser(map).draft();
    }

    /** An override as plain maps, lists, texts and numbers: what it does not say is not there. */
    private static Map<String, Object> toMap(RuleOverride override) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("sensors", override.sensors().written());
        putIfThere(
                map,
                "severity",
                override.severity() == null ? null : override.severity().label());
        putIfThere(map, "when", specification("kind", override.when()));
        putIfThere(
                map,
                "for",
                override.holdFor() == null ? null : override.holdFor().toString());
        putIfThere(map, "clear", clear(override.clear()));
        putIfThere(map, "correct", specification("method", override.correct()));
        putIfThere(map, "enabled", override.enabled());
        return map;
    }

    private static void putIfThere(Map<String, Object> map, String name, @Nullable Object value) {
        if (value != null) {
            map.put(name, value);
        }
    }

    private static @Nullable Map<String, Object> clear(Rule.@Nullable Clear clear) {
        if (clear == null) {
            return null;
        }
        Map<String, Object> written = new LinkedHashMap<>(clear.limits());
        written.put("for", clear.holdFor().toString());
        return written;
    }

    private static @Nullable Map<String, Object> specification(
            String kindField, @Nullable Specification specification) {
        if (specification == null) {
            return null;
        }
        Map<String, Object> written = new LinkedHashMap<>();
        written.put(kindField, specification.kind());
        written.putAll(specification.parameters());
        return written;
    }
}
