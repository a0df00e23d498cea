package io.homeostat.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The clone that is tested, seen from this module. */
final class Repository {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Repository() {}

    /** A file of the clone, by its path from the root. */
    static Path file(String path) {
        return Path.of("..").resolve(path).toAbsolutePath().normalize();
    }

    static String text(String path) {
        try {
            return Files.readString(file(path));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** A YAML file with its anchors and merges resolved. */
    static JsonNode yaml(String path) {
        return yamlOf(text(path));
    }

    static JsonNode yamlOf(String text) {
        return JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }
}
