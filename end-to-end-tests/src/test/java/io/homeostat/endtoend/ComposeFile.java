package io.homeostat.endtoend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The {@code docker-compose.yml} of the clone. */
record ComposeFile(JsonNode root) {

    private static final Pattern REQUIRED_VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):\\?");

    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([A-Z_]+):[?-]([^}]*)}");

    static ComposeFile read() {
        return new ComposeFile(Repository.yaml("docker-compose.yml"));
    }

    Set<String> names() {
        return new TreeSet<>(root.get("services").propertyNames());
    }

    JsonNode service(String name) {
        return root.get("services").get(name);
    }

    Map<String, String> environment(String name) {
        Map<String, String> environment = new LinkedHashMap<>();
        service(name)
                .path("environment")
                .properties()
                .forEach(entry ->
                        environment.put(entry.getKey(), entry.getValue().asString()));
        return environment;
    }

    /** The same as {@code docker compose} would fill it in. */
    Map<String, String> environment(String name, Map<String, String> values) {
        Map<String, String> filled = environment(name);
        filled.replaceAll((variable, value) -> SUBSTITUTION
                .matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group(2)))));
        return filled;
    }

    /** The containers that are built from a module, with its name. */
    Map<String, String> modules() {
        Map<String, String> modules = new LinkedHashMap<>();
        for (String name : names()) {
            JsonNode module = service(name).path("build").path("args").path("MODULE");
            if (!module.isMissingNode()) {
                modules.put(name, module.asString());
            }
        }
        return modules;
    }

    /** What stands under the key as a list of plain strings. */
    List<String> strings(String name, String key) {
        List<String> values = new ArrayList<>();
        service(name).path(key).forEach(value -> values.add(value.asString()));
        return values;
    }

    /** The variables without which {@code docker compose} refuses to start. */
    Set<String> requiredVariables() {
        Set<String> variables = new TreeSet<>();
        Matcher matcher = REQUIRED_VARIABLE.matcher(root.toString());
        while (matcher.find()) {
            variables.add(matcher.group(1));
        }
        return variables;
    }
}
