package io.homeostat.healer.recovering.acting;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.homeostat.healer.recovering.RemedyResult.Outcome;
import io.homeostat.healer.recovering.Sights;
import io.homeostat.healer.recovering.remedies.RemedyKind;
import io.homeostat.healer.signals.TargetSignals;
import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.alert.AlertEventJson;
import io.homeostat.model.alert.AlertEventKind;
import io.homeostat.model.alert.AlertState;
import io.homeostat.model.alert.Severity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersonCallTest {

    private final AlertConfirmations confirmations = new AlertConfirmations();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private HttpServer webhook;
    private int status = 200;

    @BeforeEach
    void listen() throws IOException {
        webhook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        webhook.createContext("/", exchange -> {
            calls.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        webhook.start();
    }

    @AfterEach
    void close() {
        webhook.stop(0);
    }

    @Test
    void isContentWithTheAlertOfTheMonitor() throws InterruptedException {
        confirmations.heard(AlertEventJson.write(alert("homeostat-incident", "i-1")));

        assertThat(call(address()).call(order()).sentence()).isEqualTo("the monitor has raised an alert of it");
        assertThat(calls).isEmpty();
    }

    @Test
    void callsTheWebhookIfTheMonitorDoesNotConfirm() throws InterruptedException {
        confirmations.heard(AlertEventJson.write(alert("homeostat-incident", "another")));
        confirmations.heard(AlertEventJson.write(alert("temperature-high", "i-1")));
        confirmations.heard("homeostat-incident, but no JSON".getBytes(StandardCharsets.UTF_8));

        assertThat(call(address()).call(order()).sentence()).endsWith("the fallback webhook took the call");
        assertThat(calls).singleElement().asString().contains("i-1", "monitor needs a person");
    }

    @Test
    void saysThatNobodyWasToldIfTheWebhookFailsThreeTimes() throws InterruptedException {
        status = 500;

        assertThat(call(address()).call(order()).sentence()).endsWith("nobody was told");
        assertThat(calls).hasSize(3);
    }

    @Test
    void saysThatNobodyWasToldWhereNoWebhookIsConfigured() throws InterruptedException {
        assertThat(call(null).call(order()))
                .satisfies(result -> assertThat(result.outcome()).isEqualTo(Outcome.DONE))
                .satisfies(result -> assertThat(result.sentence())
                        .contains("homeostat.healing.fallback-webhook is not set: nobody was told"));
    }

    private PersonCall call(@Nullable URI address) {
        return new PersonCall(confirmations, Duration.ofMillis(1), address, new Caller());
    }

    private URI address() {
        return URI.create("http://localhost:" + webhook.getAddress().getPort() + "/call");
    }

    private static Order order() {
        TargetSignals monitor = new Sights().at(0).target("monitor").orElseThrow();
        return new Order(RemedyKind.CALL_PERSON, monitor, "i-1", "monitor needs a person: it hangs", null);
    }

    private static AlertEvent alert(String rule, String incidentId) {
        Instant at = Instant.parse("2026-11-26T03:00:00Z");
        return new AlertEvent(
                "a-1",
                1,
                AlertState.FIRING,
                Severity.CRITICAL,
                rule,
                1,
                "homeostat",
                "monitor",
                AlertEventKind.STATE,
                null,
                null,
                "monitor needs a person",
                "incident-needs-person",
                Map.of("incidentId", incidentId),
                at,
                null,
                at,
                null);
    }
}
