package io.homeostat.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import tools.jackson.databind.JsonNode;

/** A service's executable jar as it was packaged, with the settings that it knows. */
record ShippedJar(String module) {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    Path file() {
        return Repository.file(module + "/target/" + module + ".jar");
    }

    /** The file names of the jars inside. */
    List<String> libraries() {
        return open(jar -> jar.stream()
                .map(JarEntry::getName)
                .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
                .map(name -> name.substring("BOOT-INF/lib/".length()))
                .toList());
    }

    /** What the service's own {@code application.yml} says. */
    JsonNode applicationYaml() {
        return open(
                jar -> Repository.yamlOf(text(jar.getInputStream(jar.getEntry("BOOT-INF/classes/application.yml")))));
    }

    /** The environment variables, in both spellings that Spring Boot takes, of all settings of this jar's parts. */
    Set<String> environmentVariables() {
        Set<String> variables = new TreeSet<>();
        Consumer<String> addSettings = metadata -> Repository.json(metadata)
                .path("properties")
                .forEach(property ->
                        variables.addAll(spellings(property.get("name").asString())));
        open(jar -> {
            JarEntry own = jar.getJarEntry(METADATA);
            if (own != null) {
                addSettings.accept(text(jar.getInputStream(own)));
            }
            for (String library : libraries()) {
                try (JarInputStream inner =
                        new JarInputStream(jar.getInputStream(jar.getEntry("BOOT-INF/lib/" + library)))) {
                    for (JarEntry entry = inner.getNextJarEntry(); entry != null; entry = inner.getNextJarEntry()) {
                        if (entry.getName().equals(METADATA)) {
                            addSettings.accept(text(inner));
                        }
                    }
                }
            }
            return variables;
        });
        addLeaves("", applicationYaml(), variables);
        return variables;
    }

    /** What stands in the jar's own settings is one of them, also where a map's key is free. */
    private static void addLeaves(String prefix, JsonNode node, Set<String> variables) {
        node.properties().forEach(one -> {
            String name = prefix.isEmpty() ? one.getKey() : prefix + "." + one.getKey();
            if (one.getValue().isObject()) {
                addLeaves(name, one.getValue(), variables);
            } else {
                variables.addAll(spellings(name));
            }
        });
    }

    private static List<String> spellings(String property) {
        String upper = property.toUpperCase(Locale.ROOT).replace('.', '_');
        return List.of(upper.replace("-", ""), upper.replace('-', '_'));
    }

    private static String text(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    private <T> T open(Reading<T> reading) {
        try (JarFile jar = new JarFile(file().toFile())) {
            return reading.from(jar);
        } catch (IOException e) {
            throw new UncheckedIOException("package %s before, cannot read %s".formatted(module, file()), e);
        }
    }

    private interface Reading<T> {
        T from(JarFile jar) throws IOException;
    }
}
