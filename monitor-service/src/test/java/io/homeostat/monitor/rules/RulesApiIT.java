package io.homeostat.monitor.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeostat.fixtures.HttpProbe;
import io.homeostat.fixtures.KafkaProbe;
import io.homeostat.fixtures.KillableKafka;
import io.homeostat.fixtures.RealKafka;
import io.homeostat.model.Topics;
import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.alert.AlertEventJson;
import io.homeostat.model.alert.AlertState;
import io.homeostat.monitor.TestMonitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two monitors on a broker of their own, since the rules of the shared one are the other tests' too. */
@Timeout(240)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RulesApiIT {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final Duration EFFECT = Duration.ofSeconds(2);
    private static final String JSON = "application/json";

    private KillableKafka broker;
    private KafkaProbe kafka;
    private TestMonitor monitor;
    private TestMonitor other;

    @BeforeAll
    void start(@TempDir Path folder) {
        broker = RealKafka.start(folder.resolve("kafka"));
        kafka = broker.probe();
        monitor = TestMonitor.startOn(broker.bootstrapServers(), folder.resolve("one"));
        other = TestMonitor.startOn(
                broker.bootstrapServers(), folder.resolve("two"), "--homeostat.instance=other-monitor");
        for (TestMonitor one : List.of(monitor, other)) {
            await().atMost(BOUND).until(() -> one.get("/api/rules").statusCode() == 200);
        }
        await().atMost(BOUND)
                .until(() -> monitor.get("/actuator/pipeline").body().contains("\"state\":\"RUNNING\""));
    }

    @AfterAll
    void end() {
        other.close();
        monitor.close();
        kafka.close();
        broker.close();
    }

    @Test
    void makesChangesAndTakesAwayARule() throws Exception {
        String made = rule("life", "\"above\": 1000");

        HttpResponse<String> created = post("", made);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).hasValue("/api/rules/life");
        assertThat(tag(created)).isEqualTo("\"1\"");
        assertThat(post("", made).statusCode()).isEqualTo(409);
        assertThat(tag(monitor.get("/api/rules/life"))).isEqualTo("\"1\"");

        String changed = rule("life", "\"above\": 2000");
        assertThat(put("life", null, changed).statusCode()).isEqualTo(428);
        HttpResponse<String> put = put("life", "\"1\"", changed);
        assertThat(tag(put)).as(put.body()).isEqualTo("\"2\"");
        assertThat(monitor.get("/api/rules/life").body()).isEqualTo(put.body()).contains("\"above\":2000");
        HttpResponse<String> stale = put("life", "\"1\"", changed);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(tag(stale)).isEqualTo("\"2\"");

        assertThat(delete("life", null).statusCode()).isEqualTo(428);
        assertThat(delete("life", "\"1\"").statusCode()).isEqualTo(412);
        assertThat(delete("life", "\"2\"").statusCode()).isEqualTo(204);
        assertThat(monitor.get("/api/rules/life").statusCode()).isEqualTo(404);
        assertThat(delete("life", "\"3\"").statusCode()).isEqualTo(404);
        assertThat(put("life", "*", changed).statusCode()).isEqualTo(404);
        assertThat(monitor.get("/api/rules?size=500").body()).doesNotContain("\"life\"");
        assertThat(versions("life")).containsExactly(3, 2, 1);
        assertThat(tag(post("", made))).isEqualTo("\"4\"");

        assertThat(versions("life")).containsExactly(4, 3, 2, 1);
        assertThat(json(monitor.get("/api/rules/life/versions?page=1&size=3")).path("items"))
                .singleElement()
                .satisfies(first -> assertThat(first.path("version").asInt()).isEqualTo(1));
        assertThat(monitor.get("/api/rules/never/versions").statusCode()).isEqualTo(404);
        await().atMost(EFFECT.plusSeconds(5))
                .until(() -> other.get("/api/rules/life")
                        .headers()
                        .firstValue("ETag")
                        .equals(Optional.of("\"4\"")));
    }

    @Test
    void goesBackToAnOldVersionByANewOne() throws Exception {
        post("", rule("back", "\"above\": 1000"));
        put("back", "\"1\"", rule("back", "\"above\": 2000"));

        assertThat(post("/back/rollback", "{\"version\": 7}").statusCode()).isEqualTo(422);
        assertThat(post("/back/rollback", "{\"version\": \"1\"}").statusCode()).isEqualTo(422);
        assertThat(post("/never/rollback", "{\"version\": 1}").statusCode()).isEqualTo(404);
        assertThat(send("POST", "/back/rollback", JSON, "{\"version\": 1}", "If-Match", "\"1\"")
                        .statusCode())
                .isEqualTo(412);
        HttpResponse<String> rolledBack = post("/back/rollback", "{\"version\": 1}");

        assertThat(tag(rolledBack)).as(rolledBack.body()).isEqualTo("\"3\"");
        assertThat(rolledBack.body()).contains("\"above\":1000");
        assertThat(versions("back")).containsExactly(3, 2, 1);
    }

    @Test
    void listsByStreamAndByWhetherTheyAreInForce() throws Exception {
        post("", "{\"id\": \"off\", \"enabled\": false, \"when\": {\"kind\": \"threshold\", \"above\": 1000}}");

        assertThat(monitor.get("/api/rules?enabled=false&stream=temperature").body())
                .contains("\"off\"")
                .doesNotContain("temperature-high");
        assertThat(monitor.get("/api/rules?enabled=true").body())
                .contains("temperature-high")
                .doesNotContain("\"off\"");
        assertThat(json(monitor.get("/api/rules?stream=pressure")).path("total").asInt())
                .isZero();
        assertThat(json(monitor.get("/api/rules?size=1")).path("items")).hasSize(1);
        assertThat(monitor.get("/api/rules?size=501").statusCode()).isEqualTo(400);
    }

    @Test
    void saysAllThatIsWrongAtOnceAndLeavesTheValidRule() throws Exception {
        post("", rule("valid", "\"above\": 1000"));

        HttpResponse<String> refused = put("valid", "\"1\"", """
                {"id": "valid", "sevrity": "critical", "for": "5m", "stream": "presure",
                 "when": {"kind": "treshold", "above": 30}, "correct": {"method": "clmap"}}
                """);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode errors = json(refused).path("errors");
        assertThat(errors.valueStream().map(error -> error.path("path").asString()))
                .containsExactlyInAnyOrder("sevrity", "for", "when.kind", "correct.method", "stream");
        assertThat(errors.valueStream().map(error -> error.path("hint").asString()))
                .contains("severity", "threshold", "clamp");
        assertThat(errors.valueStream())
                .allSatisfy(error -> assertThat(error.propertyNames())
                        .containsExactlyInAnyOrder("path", "value", "allowed", "hint"));
        assertThat(tag(monitor.get("/api/rules/valid"))).isEqualTo("\"1\"");
        assertThat(versions("valid")).containsExactly(1);
    }

    @Test
    void saysWhatIsWrongWithADraftAndWhereAndChangesNothing() throws Exception {
        HttpResponse<String> wrong = send(
                "POST",
                "/validate",
                "application/yaml",
                "id: draft\nsevrity: info\nwhen: {kind: treshold, above: 1}\n");
        assertThat(wrong.statusCode()).as(wrong.body()).isEqualTo(200);
        JsonNode first = json(wrong).path("errors").path(0);
        assertThat(first.path("hint").asString()).isEqualTo("severity");
        assertThat(first.path("place").toString()).isEqualTo("{\"line\":2,\"column\":1,\"endLine\":2,\"endColumn\":8}");
        assertThat(json(wrong).path("rule").isNull()).isTrue();

        HttpResponse<String> valid = post("/validate", rule("draft", "\"above\": 1"));
        assertThat(json(valid).path("errors")).isEmpty();
        assertThat(json(valid).path("rule").path("severity").asString()).isEqualTo("warning");
        assertThat(json(post("/validate?id=other", rule("draft", "\"above\": 1")))
                        .path("errors"))
                .singleElement()
                .satisfies(error -> assertThat(error.path("hint").asString()).isEqualTo("other"));

        HttpResponse<String> noYaml = send("POST", "/validate", "application/yaml", "id: draft\nwhen: {kind\n");
        assertThat(noYaml.statusCode()).isEqualTo(400);
        assertThat(json(noYaml).path("place").path("line").asInt()).isEqualTo(3);
        assertThat(post("/validate", "[1]").statusCode()).isEqualTo(422);
        assertThat(send("POST", "/validate", JSON, "{}", "Origin", "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(monitor.get("/api/rules/draft").statusCode()).isEqualTo(404);
    }

    @Test
    void takesYaml() throws Exception {
        HttpResponse<String> created =
                send("POST", "", "application/yaml", "id: yaml\nwhen: {kind: threshold, above: 1000}\nfor: PT5M\n");

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(created.body()).contains("\"for\":\"PT5M\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            application/json  | not json                                             | 400
            application/json  | {"id": "bad"                                         | 400
            application/json  | ``                                                   | 400
            application/json  | [1]                                                  | 422
            application/json  | {}                                                   | 422
            application/yaml  | id: [                                                | 400
            application/yaml  | &a {id: bad, when: *a}                               | 400
            application/yaml  | {id: bad, when: !!java.net.URL [http://localhost]}   | 400
            application/yaml  | {id: bad, when: {kind: threshold, above: .nan}}      | 422
            application/x-www-form-urlencoded | id=bad                               | 415
            text/plain        | {}                                                   | 415
            text/csv          | id                                                   | 415
            """)
    void refusesWhatIsNoRule(String type, String body, int status) throws Exception {
        HttpResponse<String> answer = send("POST", "", type, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("detail").asString()).isNotBlank().doesNotContain("Exception");
        assertThat(monitor.get("/api/rules/bad").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesABodyThatIsTooLarge() throws Exception {
        String large = rule("large", "\"above\": 30" + " ".repeat(64 * 1024));

        assertThat(post("", large).statusCode()).isEqualTo(413);
    }

    @Test
    void refusesChangesFromForeignPages() throws Exception {
        post("", rule("ours", "\"above\": 1000"));
        String body = rule("ours", "\"above\": 30");

        for (String method : List.of("PUT", "DELETE")) {
            assertThat(send(method, "/ours", JSON, body, "If-Match", "*", "Origin", "http://evil.example")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(send(method, "/ours", JSON, body, "If-Match", "*", "Sec-Fetch-Site", "cross-site")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(send(method, "/ours", "text/plain", body, "If-Match", "*")
                            .statusCode())
                    .isEqualTo(415);
        }
        assertThat(tag(monitor.get("/api/rules/ours"))).isEqualTo("\"1\"");
    }

    @Test
    void ofTwoEditorsAtTwoMonitorsOneIsToldThatTheOtherWasQuicker() throws Exception {
        post("", rule("contested", "\"above\": 1000"));
        for (int version = 1; version <= 5; version++) {
            String seen = "\"" + version + "\"";
            List<CompletableFuture<HttpResponse<String>>> editors = Stream.of(monitor, other)
                    .map(at -> CompletableFuture.supplyAsync(() -> unchecked(() -> send(
                            at, "PUT", "/contested", JSON, rule("contested", "\"above\": 2000"), "If-Match", seen))))
                    .toList();

            List<Integer> statuses = editors.stream()
                    .map(editor -> editor.join().statusCode())
                    .sorted()
                    .toList();

            assertThat(statuses).containsExactly(200, 412);
        }
        assertThat(versions("contested")).containsExactly(6, 5, 4, 3, 2, 1);
        assertThat(kafka.readAll(Topics.RULES).stream()
                        .filter(record -> "contested".equals(record.key()))
                        .count())
                .isEqualTo(6);
    }

    @Test
    void aChangeIsInForceWithinTwoSeconds() throws Exception {
        String sensor = "edited";
        post("", rule("edit", sensor, "\"above\": 1000"));
        read(sensor, 50);

        put("edit", "\"1\"", rule("edit", sensor, "\"above\": 40"));
        Instant answered = Instant.now();

        AlertEvent firing = readUntil(sensor, 50, event -> event.ruleId().equals("edit"));
        assertThat(firing.state()).isEqualTo(AlertState.FIRING);
        assertThat(firing.ruleVersion()).isEqualTo(2);
        assertThat(Duration.between(answered, firing.openedAt())).isLessThanOrEqualTo(EFFECT);
    }

    @Test
    void theAlertsOfARuleThatIsDeletedOrSwitchedOffEndWithThatReason() throws Exception {
        for (String id : List.of("deleted", "switched-off")) {
            post("", rule(id, id, "\"above\": 40"));
            readUntil(id, 50, event -> event.ruleId().equals(id) && event.state() == AlertState.FIRING);
        }

        delete("deleted", "\"1\"");
        put(
                "switched-off",
                "\"1\"",
                rule("switched-off", "switched-off", "\"above\": 40").replaceFirst("\\{", "{\"enabled\": false, "));

        for (String id : List.of("deleted", "switched-off")) {
            await().atMost(BOUND)
                    .untilAsserted(() -> assertThat(events(
                                    id, event -> event.ruleId().equals(id) && event.state() == AlertState.RESOLVED))
                            .singleElement()
                            .satisfies(event -> {
                                assertThat(event.reasonCode()).isEqualTo("rule-gone");
                                assertThat(event.ruleVersion()).isEqualTo(2);
                            }));
        }
    }

    @Test
    void theExamplesOfTheDocumentsWork() throws Exception {
        String page = Files.readString(Path.of("../docs/rules-api.md"));
        Matcher examples = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL).matcher(page);
        int tried = 0;
        while (examples.find()) {
            String example = examples.group(1).replace("http://localhost:8082", monitor.url(""));
            Process shell = new ProcessBuilder("bash", "-e", "-c", example)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(shell.waitFor()).as("%s%n%s", example, said).isZero();
            if (!example.contains("--fail-with-body")) {
                assertThat(said).contains("\"errors\":[{\"path\":\"sevrity\"", "\"hint\":\"threshold\"");
            }
            tried++;
        }
        assertThat(tried).isEqualTo(8);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void changesNothingWhileKafkaIsAwayAndSaysSoSoon() throws Exception {
        post("", rule("kept", "\"above\": 1000"));
        broker.freeze();

        Instant asked = Instant.now();
        HttpResponse<String> refused = put("kept", "\"1\"", rule("kept", "\"above\": 2000"));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(tag(monitor.get("/api/rules/kept"))).isEqualTo("\"1\"");

        broker.thaw();
        await().atMost(BOUND.multipliedBy(2))
                .until(() ->
                        put("kept", "\"1\"", rule("kept", "\"above\": 3000")).statusCode() == 200);
        assertThat(versions("kept")).containsExactly(2, 1);
    }

    private void read(String sensor, double value) {
        kafka.send("temperature", null, sensor, "{\"temperature\": " + value + "}", null);
    }

    /** Sends readings until an alert event comes of them. */
    private AlertEvent readUntil(String sensor, double value, Predicate<AlertEvent> wanted) {
        return await().atMost(BOUND)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> {
                            read(sensor, value);
                            return events(sensor, wanted).stream().findFirst();
                        },
                        Optional::isPresent)
                .orElseThrow();
    }

    private List<AlertEvent> events(String sensor, Predicate<AlertEvent> wanted) {
        return kafka.readAll(Topics.ALERTS).stream()
                .map(record -> AlertEventJson.read(record.value().getBytes(StandardCharsets.UTF_8)))
                .filter(event -> event.sensorId().equals(sensor))
                .filter(wanted)
                .toList();
    }

    private List<Integer> versions(String id) {
        JsonNode page = json(monitor.get("/api/rules/" + id + "/versions"));
        List<Integer> versions = IntStream.range(0, page.path("items").size())
                .mapToObj(i -> page.path("items").path(i).path("version").asInt())
                .toList();
        assertThat(page.path("total").asInt()).isEqualTo(versions.size());
        return versions;
    }

    private static String rule(String id, String limits) {
        return rule(id, "no-such-sensor", limits);
    }

    private static String rule(String id, String sensors, String limits) {
        return "{\"id\": \"%s\", \"sensors\": \"%s\", \"when\": {\"kind\": \"threshold\", %s}}"
                .formatted(id, sensors, limits);
    }

    private HttpResponse<String> post(String path, String body) throws IOException {
        return send("POST", path, JSON, body);
    }

    private HttpResponse<String> put(String id, String ifMatch, String body) throws IOException {
        return ifMatch == null
                ? send("PUT", "/" + id, JSON, body)
                : send("PUT", "/" + id, JSON, body, "If-Match", ifMatch);
    }

    private HttpResponse<String> delete(String id, String ifMatch) throws IOException {
        return ifMatch == null
                ? send("DELETE", "/" + id, JSON, "")
                : send("DELETE", "/" + id, JSON, "", "If-Match", ifMatch);
    }

    private HttpResponse<String> send(String method, String path, String type, String body, String... headers)
            throws IOException {
        return send(monitor, method, path, type, body, headers);
    }

    private static HttpResponse<String> send(
            TestMonitor at, String method, String path, String type, String body, String... headers)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(at.url("/api/rules" + path)))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpProbe.send(request.build());
    }

    private interface Call {
        HttpResponse<String> send() throws IOException;
    }

    private static HttpResponse<String> unchecked(Call call) {
        try {
            return call.send();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElse("no ETag, status " + answer.statusCode());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
