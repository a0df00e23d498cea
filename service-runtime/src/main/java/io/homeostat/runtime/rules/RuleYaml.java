package io.homeostat.runtime.rules;

import java.io.StringReader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * YAML as rules are written in it: plain maps, lists, texts and numbers, no deeper than twenty, no object that refers to
 * another, and no type that the document names. Thread-safe.
 */
public final class RuleYaml {

    private static final int MAX_DEPTH = 20;
    private static final int MAX_CHARACTERS = 64 << 20;

    private RuleYaml() {}

    /**
     * Reads one document.
     *
     * @throws YamlFormatException if it is not such YAML; the message says why in a line, without saying where it stood
     */
    public static @Nullable Object load(String text) {
        return guarded(() -> new Yaml(new SafeConstructor(options())).load(text));
    }

    /**
     * Where the parts of one document stand.
     *
     * @throws YamlFormatException as by {@link #load}
     */
    public static YamlOutline outline(String text) {
        return guarded(() -> new YamlOutline(new Yaml(options()).compose(new StringReader(text))));
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setAllowDuplicateKeys(false);
        return options;
    }

    private static <T extends @Nullable Object> T guarded(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (YAMLException e) {
            Mark mark = e instanceof MarkedYAMLException marked ? marked.getProblemMark() : null;
            throw new YamlFormatException(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    mark == null ? null : YamlOutline.place(mark, mark),
                    e);
        }
    }
}
