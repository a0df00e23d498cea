package io.homeostat.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.runtime.TestService;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HttpInterfaceTest {

    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.start(java.util.Map.of(), Things.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void writesTimesInIso8601Utc() throws Exception {
        assertThat(service.get("/api/things?page=1&size=2").body())
                .isEqualTo("{\"items\":[{\"name\":\"c\",\"at\":\"2026-11-23T08:15:00.250Z\",\"held\":\"PT5M\"}],"
                        + "\"page\":1,\"size\":2,\"total\":3}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /nowhere                | 404 | There is nothing at this address; /v3/api-docs lists the calls.
            /api/things?size=501    | 400 | size must be 1 to 500, was 501.
            /api/things?page=-1     | 400 | page must be at least 0, was -1.
            /api/things?page=x      | 400 | page cannot be read as int, was "x".
            /api/broken             | 500 | The service failed to answer; its log says why. The call may be tried again.
            /api/away               | 503 | What this call needs does not answer now; try again in a second.
            """)
    void tellsWhatToMend(String path, int status, String detail) throws Exception {
        assertProblem(service.get(path), status, detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name": "a", "at": "2026-11-23T08:15:00Z"}   | 201
            not json                                      | 400
            ``                                            | 400
            {"name": "a"                                  | 400
            {"inner": {"deep": [1, 2}                     | 400
            {"name": "a", "at": "yesterday"}              | 422
            [1]                                           | 422
            {"name": ""}                                  | 422
            """)
    void tellsWhatIsNoJsonFromWhatIsNotAllowed(String body, int status) throws Exception {
        HttpResponse<String> answer = service.post("/api/things", body, "Content-Type", "application/json");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (status >= 400) {
            assertProblem(answer, status, null);
        }
    }

    @Test
    void refusesFormsAndForeignPagesEvenWhereNothingIs() throws Exception {
        assertProblem(service.post("/nowhere", "a=b", "Content-Type", "application/x-www-form-urlencoded"), 415, null);
        assertProblem(
                service.post("/api/things", "{}", "Content-Type", "application/json", "Origin", "http://evil.example"),
                403,
                null);
        assertThat(service.get("/actuator/metrics/homeostat.requests.refused").body())
                .contains("\"value\":");
    }

    @Test
    void refusesTheWrongMethodAndType() throws Exception {
        assertProblem(service.post("/api/broken", "{}", "Content-Type", "application/json"), 405, null);
        assertProblem(service.post("/api/things", "a,b", "Content-Type", "text/csv"), 415, null);
    }

    @Test
    void sendsTheHeadersThatKeepABrowserSafe() throws Exception {
        var headers = service.get("/api/things").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void describesItsCalls() throws Exception {
        HttpResponse<String> answer = service.get("/v3/api-docs");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"/api/things\"");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String detail) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asString()).isNotBlank().doesNotContain("Exception", "\tat ");
        if (detail != null) {
            assertThat(problem.path("detail").asString()).isEqualTo(detail);
        }
    }

    record Thing(String name, Instant at, Duration held) {}

    @RestController
    static class Things {

        @GetMapping("/api/things")
        Page<Thing> list(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
            Instant at = Instant.parse("2026-11-23T08:15:00.250Z");
            return Page.of(
                    List.of("a", "b", "c").stream()
                            .map(name -> new Thing(name, at, Duration.ofMinutes(5)))
                            .toList(),
                    page,
                    size);
        }

        @PostMapping(path = "/api/things", consumes = "application/json")
        @ResponseStatus(HttpStatus.CREATED)
        Thing make(@RequestBody Thing thing) {
            if (thing.name() == null || thing.name().isEmpty()) {
                throw ProblemException.unprocessable("name must not be empty, was \"\".");
            }
            return thing;
        }

        @GetMapping("/api/broken")
        void broken() {
            throw new IllegalStateException("secret detail");
        }

        @GetMapping("/api/away")
        void away() {
            throw new org.apache.kafka.common.errors.TimeoutException("no broker");
        }
    }
}
