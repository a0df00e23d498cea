package io.homeostat.runtime.rules;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * YAML as rules are written in it: plain maps, lists, texts and numbers, no deeper than twenty, no object that refers to
 * another, and no type that the document names. Thread-safe.
 */
public final class RuleYaml {

    private static final int MAX_DEPTH = 20;

    private RuleYaml() {}

    /**
     * Reads one document.
     *
     * @throws IllegalArgumentException if it is not such YAML; the message says why in a line, without saying where it
     *     stood
     */
    public static @Nullable Object load(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setAllowDuplicateKeys(false);
        try {
            return new Yaml(new SafeConstructor(options)).load(text);
        } catch (YAMLException e) {
            throw new IllegalArgumentException(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
        }
    }
}
