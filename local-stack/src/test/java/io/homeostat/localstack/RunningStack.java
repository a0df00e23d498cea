package io.homeostat.localstack;

import io.homeostat.fixtures.FreePorts;
import io.homeostat.fixtures.HttpProbe;
import io.homeostat.fixtures.KafkaProbe;
import io.homeostat.fixtures.ServiceCommand;
import io.homeostat.fixtures.ServiceProcess;
import io.homeostat.localstack.stub.StubJars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shipped jar with a real Kafka and stand-ins for the services, on ports and in a folder of its own. */
final class RunningStack implements AutoCloseable {

    private static final Path JAR = Path.of("target", "local-stack.jar").toAbsolutePath();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final int kafkaPort = FreePorts.next();
    private final int healerPort = FreePorts.next();
    private final int monitorPort = FreePorts.next();
    private final Path dataDir;
    private final ServiceProcess process;

    RunningStack(Path folder) throws IOException {
        StubJars.makeIn(folder.resolve("jars"));
        dataDir = Files.createDirectories(folder.resolve("data"));
        process = ServiceCommand.jar(JAR, "unused:1", dataDir)
                .with(
                        "--homeostat.kafka-port=" + kafkaPort,
                        "--homeostat.producer-port=" + FreePorts.next(),
                        "--homeostat.monitor-port=" + monitorPort,
                        "--homeostat.healer-port=" + healerPort,
                        "--homeostat.services-dir=" + folder.resolve("jars"))
                .start();
    }

    RunningStack awaitRunning() {
        process.awaitLog("Dashboard:  http://localhost:" + monitorPort, Duration.ofMinutes(4));
        return this;
    }

    ServiceProcess process() {
        return process;
    }

    KafkaProbe kafka() {
        return new KafkaProbe("localhost:" + kafkaPort);
    }

    List<ProcessHandle> children() {
        return process.process().descendants().toList();
    }

    JsonNode view(String name) {
        try {
            JsonNode items =
                    JSON.readTree(HttpProbe.get(process.uri("/api/processes"))).get("items");
            return items.valueStream()
                    .filter(item -> item.get("name").asString().equals(name))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessHandle handle(String name) {
        return ProcessHandle.of(view(name).get("pid").asLong()).orElseThrow();
    }

    boolean isUpAgain(String name) {
        JsonNode view = view(name);
        return view.get("restarts").asInt() > 0 && view.get("state").asString().equals("UP");
    }

    String healersToken() throws IOException {
        return Files.readString(dataDir.resolve("token-" + healerPort));
    }

    String monitorsToken() throws IOException {
        return Files.readString(dataDir.resolve("token-" + monitorPort));
    }

    HttpResponse<String> restart(String name, String token) throws IOException {
        URI uri = process.uri("/api/processes/" + name + "/restart");
        return HttpProbe.send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    @Override
    public void close() {
        process.close();
    }
}
