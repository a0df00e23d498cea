package io.homeostat.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tries those steps of the {@code Dockerfile} that can be tried without Docker, and reads the others. */
class ContainerImageIT {

    private static final String DOCKERFILE = Repository.text("Dockerfile");

    @Test
    void buildsTheModulesThatComposeAsksFor() {
        String built = DOCKERFILE.replaceAll("(?s).*-pl ([a-z,-]+) .*", "$1");

        assertThat(built.split(","))
                .containsExactlyInAnyOrderElementsOf(
                        ComposeFile.read().modules().values());
    }

    @Test
    void isPinnedAndRunsAsNobodySpecialWithoutAShell() {
        assertThat(DOCKERFILE.lines().filter(line -> line.startsWith("FROM eclipse-temurin")))
                .hasSize(2)
                .allMatch(line ->
                        line.matches("FROM eclipse-temurin:\\d+\\.\\d+\\.\\d+_\\d+-(jdk|jre)-noble( AS build)?"));
        assertThat(DOCKERFILE)
                .contains("\nUSER homeostat\n")
                .contains("ENTRYPOINT [\"java\", \"-jar\", \"service.jar\"]");
    }

    @Test
    void findsTheLayersThatItCopies(@TempDir Path layers) throws Exception {
        Process extract = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djarmode=tools",
                        "-jar",
                        new ShippedJar("producer-service").file().toString(),
                        "extract",
                        "--layers",
                        "--force",
                        "--application-filename",
                        "service.jar",
                        "--destination",
                        layers.toString())
                .inheritIO()
                .start();

        assertThat(extract.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(extract.exitValue()).isZero();
        assertThat(layers.resolve("application/service.jar")).isRegularFile();
        DOCKERFILE
                .lines()
                .filter(line -> line.startsWith("COPY --from=layers"))
                .map(line -> line.replaceAll(".*/layers/([a-z-]+)/ .*", "$1"))
                .forEach(layer -> assertThat(layers.resolve(layer)).isDirectory());
    }

    @Test
    void isHealthyAsLongAsTheServiceAnswersWith200() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/up", exchange -> answer(exchange, 200));
        server.createContext("/down", exchange -> answer(exchange, 503));
        server.start();
        int port = server.getAddress().getPort();

        assertThat(healthcheck(port, "/up")).isZero();
        assertThat(healthcheck(port, "/down")).isNotZero();
        server.stop(0);
        assertThat(healthcheck(port, "/up")).isNotZero();
    }

    private static void answer(com.sun.net.httpserver.HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static int healthcheck(int port, String path) throws Exception {
        ProcessBuilder command = new ProcessBuilder(
                        Repository.file("deploy/healthcheck.sh").toString(), path)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        command.environment().put("SERVER_PORT", Integer.toString(port));
        Process process = command.start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
