package io.homeostat.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.runtime.TestService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class ActuatorExposureTest {

    private static final Map<String, Object> TOKEN = Map.of("HOMEOSTAT_TOKEN", "s3cret");

    @Test
    void showsTheseEndpointsAndNoOther() {
        try (TestService service = TestService.start(Map.of(), Pipelines.class)) {
            assertThat(service.bean(PathMappedEndpoints.class).stream().map(endpoint -> endpoint.getRootPath()))
                    .containsExactlyInAnyOrder("health", "info", "metrics", "prometheus", "pipeline");
        }
    }

    @Test
    void showsTheHealthsDetailsToEverybodyOnLoopback() throws Exception {
        try (TestService service = TestService.start()) {
            assertThat(service.get("/actuator/health/readiness").body()).contains("\"components\"", "\"broker\"");
        }
    }

    @Test
    void isAliveButNotReadyWithoutKafka() throws Exception {
        try (TestService service = TestService.start()) {
            assertThat(service.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(service.get("/actuator/health/liveness").body()).doesNotContain("broker");
            assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void showsThemOffLoopbackOnlyToThoseWhoBringTheToken() throws Exception {
        try (TestService service = TestService.start(TOKEN, Pipelines.class, "--server.address=0.0.0.0")) {
            assertThat(service.get("/actuator/health").body()).doesNotContain("components");
            assertThat(service.get("/actuator/health", "Authorization", "Bearer wrong")
                            .body())
                    .doesNotContain("components");
            assertThat(service.get("/actuator/health", "Authorization", "Bearer s3cret")
                            .body())
                    .contains("components");
        }
    }

    @Test
    void holdsTheActuatorToTheSameRules() throws Exception {
        try (TestService service = TestService.start(TOKEN, Pipelines.class, "--server.address=0.0.0.0")) {
            String pause = "{\"action\": \"pause\"}";
            assertThat(service.post("/actuator/pipeline", pause, "Content-Type", "application/json")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(service.post("/actuator/pipeline", "action=pause", bearer("application/x-www-form-urlencoded"))
                            .statusCode())
                    .isEqualTo(415);
            assertThat(service.post("/actuator/pipeline", pause, bearer("application/json"))
                            .body())
                    .isEqualTo("[\"pause\"]");
            assertThat(service.post("/actuator/pipeline", "{", bearer("application/json"))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(service.post("/actuator/pipeline", "{}", bearer("application/json"))
                            .statusCode())
                    .isEqualTo(422);
        }
    }

    private static String[] bearer(String type) {
        return List.of("Content-Type", type, "Authorization", "Bearer s3cret").toArray(String[]::new);
    }

    @Configuration(proxyBeanMethods = false)
    static class Pipelines {

        @Bean
        StandIn pipelineStandIn() {
            return new StandIn();
        }
    }

    @Endpoint(id = "pipeline")
    static class StandIn {

        @ReadOperation
        public List<String> view() {
            return List.of();
        }

        @WriteOperation
        public List<String> act(String action) {
            return List.of(action);
        }
    }
}
