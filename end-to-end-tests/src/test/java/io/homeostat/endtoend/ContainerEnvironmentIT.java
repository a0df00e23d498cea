package io.homeostat.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.fixtures.HttpProbe;
import io.homeostat.fixtures.ServiceCommand;
import io.homeostat.fixtures.ServiceProcess;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A service with the environment that {@code docker-compose.yml} gives it, though without a container around it. */
class ContainerEnvironmentIT {

    private static final Map<String, String> ENV_FILE =
            Map.of("HOMEOSTAT_TOKEN", "a-token-of-this-test", "HOMEOSTAT_SIMULATION_ENABLED", "false");

    private final RunningHomeostat homeostat = RunningHomeostat.shared();

    @Test
    void startsOffLoopbackAndTakesChangesWithTheTokenOnly() throws IOException {
        ServiceCommand command = homeostat.command("producer-service");
        for (var variable : ComposeFile.read().environment("producer", ENV_FILE).entrySet()) {
            command = command.withEnvironment(variable.getKey(), variable.getValue());
        }
        try (ServiceProcess producer = command.start()) {
            producer.awaitHttp("/actuator/health/liveness", RunningHomeostat.START_BOUND);
            producer.awaitHttp("/actuator/health/readiness", RunningHomeostat.BOUND);

            assertThat(HttpProbe.status(producer.uri("/actuator/prometheus"))).isEqualTo(200);
            assertThat(post(producer, "Bearer somebody's")).isEqualTo(401);
            assertThat(post(producer, "Bearer a-token-of-this-test")).isEqualTo(202);
        }
    }

    private static int post(ServiceProcess producer, String authorization) throws IOException {
        return HttpProbe.send(HttpRequest.newBuilder(producer.uri("/api/readings"))
                        .header("Content-Type", "application/json")
                        .header("Authorization", authorization)
                        .POST(BodyPublishers.ofString("{\"sensorId\": \"contained\", \"temperature\": 20}"))
                        .build())
                .statusCode();
    }
}
