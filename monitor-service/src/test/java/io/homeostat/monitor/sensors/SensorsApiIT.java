package io.homeostat.monitor.sensors;

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
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A monitor on a broker of its own, whose first sensors stand in a file. */
@Timeout(240)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SensorsApiIT {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final int PARTITIONS = 4;
    private static final String CHANGELOG = "homeostat-monitor-temperature-series-changelog";

    private Path folder;
    private KillableKafka broker;
    private KafkaProbe kafka;
    private TestMonitor monitor;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        Files.writeString(folder.resolve("sensors.yml"), """
                - {stream: temperature, sensorId: first-1, labels: {site: a}, unit: °C, group: first}
                - {stream: temperature, sensorId: first-2, labels: {site: b}, unit: bar}
                """);
        broker = RealKafka.start(folder.resolve("kafka"));
        kafka = broker.probe();
        startMonitor();
    }

    private void startMonitor() {
        monitor = TestMonitor.startOn(
                broker.bootstrapServers(),
                folder.resolve("monitor"),
                "--homeostat.sensors.file=" + folder.resolve("sensors.yml"));
        await().atMost(BOUND)
                .until(() -> monitor.get("/actuator/pipeline").body().contains("\"state\":\"RUNNING\""));
        await().atMost(BOUND).until(() -> get("first-1").statusCode() == 200);
    }

    @AfterAll
    void end() {
        monitor.close();
        kafka.close();
        broker.close();
    }

    @Test
    void writesTheFirstSensorsOfTheFileOnce() {
        assertThat(json(get("first-1")).path("labels").path("site").asString()).isEqualTo("a");
        assertThat(json(get("first-2")).path("unit").asString()).isEqualTo("bar");
        assertThat(kafka.readAll(Topics.SENSORS))
                .extracting(record -> record.key())
                .contains("temperature/first-1", "temperature/first-2", Topics.SENSORS_SET_MARK);
    }

    @Test
    void declaresChangesAndForgetsASensor() throws Exception {
        String body = "{\"unit\": \"°C\", \"labels\": {\"site\": \"c\"}, \"physicalRange\": {\"max\": 125},"
                + " \"expectedInterval\": \"PT10M\"}";
        HttpResponse<String> created = put("life", null, body);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(json(created).path("declared").asBoolean()).isTrue();
        assertThat(tag(get("life"))).isEqualTo(tag(created));

        assertThat(put("life", null, body).statusCode()).isEqualTo(428);
        HttpResponse<String> changed = put("life", tag(created), body.replace("125", "150"));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(json(changed).path("physicalRange").path("max").asInt()).isEqualTo(150);
        assertThat(put("life", tag(created), body).statusCode()).isEqualTo(412);
        // an answer can be sent back as it is
        HttpResponse<String> same = put("life", tag(changed), changed.body());
        assertThat(same.statusCode()).as(same.body()).isEqualTo(200);
        assertThat(tag(same)).isEqualTo(tag(changed));

        assertThat(delete("life", null).statusCode()).isEqualTo(428);
        assertThat(delete("life", tag(created)).statusCode()).isEqualTo(412);
        assertThat(delete("life", tag(same)).statusCode()).isEqualTo(204);
        assertThat(get("life").statusCode()).isEqualTo(404);
        assertThat(delete("life", "*").statusCode()).isEqualTo(404);
        assertThat(put("life", tag(same), body).statusCode()).isEqualTo(412);
        assertThat(kafka.readAll(Topics.SENSORS).stream()
                        .filter(record -> record.key().equals("temperature/life"))
                        .map(record -> record.value() == null ? "forgotten" : "known"))
                .containsExactly("known", "known", "known", "forgotten");
    }

    @Test
    void saysAllThatIsWrongAtOnce() throws Exception {
        HttpResponse<String> refused = put("wrong", null, """
                {"sensorId": "other", "unti": "°C", "physicalRange": {"min": 5, "max": 1}, "expectedInterval": "soon"}
                """);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(json(refused)
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("path").asString()))
                .containsExactlyInAnyOrder("sensorId", "unti", "physicalRange.max", "expectedInterval");
        assertThat(put("wrong", null, "not json").statusCode()).isEqualTo(400);
        assertThat(put("wrong", null, "[]").statusCode()).isEqualTo(422);
        assertThat(put("wrong", null, "{\"group\": \"%s\"}".formatted("g".repeat(70_000)))
                        .statusCode())
                .isEqualTo(413);
        assertThat(get("wrong").statusCode()).isEqualTo(404);
    }

    @Test
    void listsByLabelGroupAndText() {
        assertThat(ids("label=site:a")).contains("first-1").doesNotContain("first-2");
        assertThat(ids("label=site:?&search=FIRST")).contains("first-1", "first-2");
        assertThat(ids("group=first")).containsExactly("first-1");
        assertThat(ids("stream=pressure")).isEmpty();
        assertThat(monitor.get("/api/sensors?label=site").statusCode()).isEqualTo(400);
        assertThat(monitor.get("/api/sensors?size=501").statusCode()).isEqualTo(400);
        assertThat(ids("ownUnit=true&stream=temperature")).contains("first-2").doesNotContain("life");
        assertThat(ids("heard=true&search=first")).isEmpty();
        assertThat(ids("search=first&size=1&page=1")).containsExactly("first-2");
    }

    @Test
    void refusesARuleInAUnitThatASensorOfItsOwnCannotHave() throws Exception {
        String rule = "{\"id\": \"%s\", \"sensors\": \"%s\", \"unit\": \"°F\","
                + " \"when\": {\"kind\": \"threshold\", \"above\": 950}}";
        await().atMost(BOUND).untilAsserted(() -> {
            HttpResponse<String> refused = send("POST", "/api/rules", rule.formatted("fahrenheit", "first-*"), null);
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
            assertThat(json(refused).path("errors").path(0).path("path").asString())
                    .isEqualTo("unit");
        });
        HttpResponse<String> refused = send("POST", "/api/rules", rule.formatted("homeostat-mine", "first-1"), null);
        assertThat(refused.statusCode()).isEqualTo(422);

        assertThat(send("POST", "/api/rules", rule.formatted("fahrenheit", "first-1"), null)
                        .statusCode())
                .isEqualTo(201);
        put("first-1", tag(get("first-1")), "{\"unit\": \"hPa\", \"labels\": {\"site\": \"a\"}, \"group\": \"first\"}");
        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(json(get("first-1"))
                                .path("rulesLeftOut")
                                .path(0)
                                .path("reason")
                                .asString())
                        .contains("hPa"));
    }

    @Test
    void judgesTheSensorsOfAGroupInOneTask() throws Exception {
        String one = name(0, "together");
        String other = name(1, "together");
        String group = name(2, "hall");
        put(one, null, "{\"group\": \"%s\"}".formatted(group));
        put(other, null, "{\"group\": \"%s\"}".formatted(group));
        awaitHome(one, 2);
        awaitHome(other, 2);

        read(one, 45);
        AlertEvent firing = awaitEvent(one, AlertState.FIRING);
        assertThat(firing.source()).isNotNull();

        put(one, tag(get(one)), "{\"group\": \"%s\"}".formatted(name(3, "hall")));
        AlertEvent moved = awaitEvent(one, AlertState.RESOLVED);
        assertThat(moved.reasonCode()).isEqualTo("sensor-moved");
        awaitHome(one, 3);
        assertThat(homes(other)).containsExactly(2);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void endsWhatWasOpenOfASensorThatMovedWhileTheMonitorWasDown() {
        String sensor = name(0, "restarted");
        read(sensor, 45);
        awaitEvent(sensor, AlertState.FIRING);
        awaitHome(sensor, 0);
        monitor.close();

        kafka.send(
                Topics.SENSORS,
                null,
                "temperature/" + sensor,
                "{\"stream\": \"temperature\", \"sensorId\": \"%s\", \"group\": \"%s\"}"
                        .formatted(sensor, name(1, "hall")),
                null);
        startMonitor();

        assertThat(awaitEvent(sensor, AlertState.RESOLVED).reasonCode()).isEqualTo("sensor-moved");
        awaitHome(sensor, 1);
    }

    /** Sends readings until the sensor's state lies on a partition of the changelog, and on no other. */
    private void awaitHome(String sensor, int partition) {
        await().atMost(BOUND).pollInterval(Duration.ofMillis(300)).untilAsserted(() -> {
            read(sensor, 45);
            assertThat(homes(sensor)).containsExactly(partition);
        });
    }

    private Set<Integer> homes(String sensor) {
        return kafka.readAll(CHANGELOG).stream()
                .filter(record -> record.key() != null && record.key().startsWith(sensor + "\0"))
                .collect(Collectors.toMap(record -> record.partition(), record -> record.value() != null, (a, b) -> b))
                .entrySet()
                .stream()
                .filter(partition -> partition.getValue())
                .map(partition -> partition.getKey())
                .collect(Collectors.toSet());
    }

    private AlertEvent awaitEvent(String sensor, AlertState state) {
        return kafka
                .readUntil(
                        Topics.ALERTS,
                        read -> read.stream().map(SensorsApiIT::event).anyMatch(one -> is(one, sensor, state)),
                        BOUND)
                .stream()
                .map(SensorsApiIT::event)
                .filter(one -> is(one, sensor, state))
                .findFirst()
                .orElseThrow();
    }

    private static AlertEvent event(org.apache.kafka.clients.consumer.ConsumerRecord<String, String> record) {
        return AlertEventJson.read(record.value().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean is(AlertEvent event, String sensor, AlertState state) {
        return event.sensorId().equals(sensor) && event.state() == state;
    }

    private void read(String sensor, double value) {
        kafka.send("temperature", null, sensor, "{\"temperature\": " + value + "}", null);
    }

    private List<String> ids(String query) {
        return json(monitor.get("/api/sensors?" + query))
                .path("items")
                .valueStream()
                .map(item -> item.path("sensorId").asString())
                .toList();
    }

    private HttpResponse<String> get(String sensor) {
        return monitor.get("/api/sensors/temperature/" + sensor);
    }

    private HttpResponse<String> put(String sensor, @Nullable String ifMatch, String body) throws IOException {
        return send("PUT", "/api/sensors/temperature/" + sensor, body, ifMatch);
    }

    private HttpResponse<String> delete(String sensor, @Nullable String ifMatch) throws IOException {
        return send("DELETE", "/api/sensors/temperature/" + sensor, "", ifMatch);
    }

    private HttpResponse<String> send(String method, String path, String body, @Nullable String ifMatch)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(monitor.url(path)))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return HttpProbe.send(request.build());
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElse("no ETag, status " + answer.statusCode());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    /** A name that is at home on a partition. */
    private static String name(int partition, String prefix) {
        return IntStream.range(0, 1_000)
                .mapToObj(number -> prefix + "-" + number)
                .filter(name -> BuiltInPartitioner.partitionForKey(name.getBytes(StandardCharsets.UTF_8), PARTITIONS)
                        == partition)
                .findFirst()
                .orElseThrow();
    }
}
