package io.homeostat.runtime.rules;

import io.homeostat.model.rule.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules that the first start writes to the topic: those of the configured file, or the default one. Read and checked
 * when the service starts, so that a mistake is told at once and not when the topic happens to be empty. Immutable.
 */
public final class FirstRules {

    private static final String DEFAULTS = "/rules.yml";
    private static final int MAX_BYTES = 1 << 20;

    private final List<Rule> rules;

    private FirstRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The rules, each of version 1. */
    public List<Rule> rules() {
        return rules;
    }

    /**
     * Reads the rules.
     *
     * @param file the configured file, {@code null} for the default rule
     * @throws InvalidRulesFileException if the file cannot be read, or a rule in it is not valid
     */
    public static FirstRules load(@Nullable Path file, RuleCheck check) {
        return new FirstRules(parse(file, read(file), check));
    }

    private static String read(@Nullable Path file) {
        try (InputStream in =
                file == null ? FirstRules.class.getResourceAsStream(DEFAULTS) : Files.newInputStream(file)) {
            if (in == null) {
                throw new IllegalStateException(DEFAULTS + " must be on the class path");
            }
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new InvalidRulesFileException(file, "must be at most " + MAX_BYTES + " bytes long");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InvalidRulesFileException(file, "must name a file that can be read");
        }
    }

    private static List<Rule> parse(@Nullable Path file, String text, RuleCheck check) {
        RuleExamination examination = new RuleExamination(check);
        List<Rule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Object element : elements(file, text)) {
            if (!(element instanceof Map<?, ?> map)) {
                throw new InvalidRulesFileException(file, "must be a list of rules, one element is " + element);
            }
            Rule rule;
            try {
                rule = examination.read(map);
            } catch (IllegalArgumentException e) {
                throw new InvalidRulesFileException(
                        file, "has a rule " + map.get("id") + " in which " + e.getMessage());
            }
            if (!ids.add(rule.id())) {
                throw new InvalidRulesFileException(file, "has two rules with the id " + rule.id());
            }
            rules.add(rule);
        }
        return rules;
    }

    private static List<?> elements(@Nullable Path file, String text) {
        Object loaded;
        try {
            loaded = RuleYaml.load(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidRulesFileException(file, "must be YAML: " + e.getMessage());
        }
        if (loaded instanceof List<?> list) {
            return list;
        }
        throw new InvalidRulesFileException(file, "must be a list of rules");
    }
}
