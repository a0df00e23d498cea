package io.homeostat.localstack.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.homeostat.runtime.web.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IncidentsControllerTest {

    private interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    private final List<String> asked = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private Answer answer = exchange -> reply(exchange, 200, "{\"items\":[]}");
    private HttpServer healer;
    private IncidentsController incidents;

    @BeforeEach
    void start() throws IOException {
        healer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        healer.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            answer.give(exchange);
            exchange.close();
        });
        healer.start();
        incidents = new IncidentsController(new HealerQuestion(
                URI.create("http://localhost:" + healer.getAddress().getPort())));
    }

    @AfterEach
    void end() {
        ended.countDown();
        healer.stop(0);
    }

    @Test
    void passesOnWhatTheHealerTells() {
        answer = exchange -> reply(exchange, 200, "{\"items\":[{\"incidentId\":\"one\"}],\"total\":1}");

        assertThat(incidents.list(0, 10).at("/items/0/incidentId").asString()).isEqualTo("one");
        incidents.incident("1b2e-7");
        assertThat(asked).containsExactly("/api/incidents?page=0&size=10", "/api/incidents/1b2e-7");
    }

    @Test
    void saysThatThereIsNoSuchIncident() {
        answer = exchange -> reply(exchange, 404, "{}");

        assertRefused(() -> incidents.incident("unknown"), 404, "The healer knows of no such incident.");
        assertRefused(() -> incidents.incident("../targets"), 404, "There is no incident with such an id.");
        assertThat(asked).containsExactly("/api/incidents/unknown");
    }

    @Test
    void saysThatTheHealerIsNotThere() {
        healer.stop(0);

        assertRefused(() -> incidents.list(0, 10), 503, "The healer does not answer: nobody listens at its address.");
    }

    @Test
    void waitsForNoAnswerForLongerThanTwoSeconds() {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(ended);
        };

        long began = System.nanoTime();
        assertRefused(() -> incidents.list(0, 10), 503, "The healer does not answer: no whole answer came within 2 s.");
        assertThat((System.nanoTime() - began) / 1_000_000).isLessThan(10_000);
    }

    @Test
    void breaksOffAnEndlessAnswer() {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int i = 0; i < 1_000; i++) {
                    body.write("x".repeat(1_000).getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                // broken off, as it should be
            }
        };

        assertRefused(
                () -> incidents.list(0, 10), 503, "The healer does not answer: its answer is longer than 65536 bytes.");
    }

    @Test
    void followsNoRedirectAndTakesNothingButJson() {
        answer = exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            reply(exchange, 302, "");
        };
        assertRefused(() -> incidents.list(0, 10), 503, "The healer does not answer: it answered with the status 302.");
        assertThat(asked).hasSize(1);

        for (String body : List.of("<html>", "", "[]", "null")) {
            answer = exchange -> reply(exchange, 200, body);
            assertRefused(
                    () -> incidents.list(0, 10), 503, "The healer does not answer: its answer is no JSON object.");
        }
    }

    private static void assertRefused(Runnable call, int status, String sentence) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.getStatusCode().value()).isEqualTo(status);
            assertThat(problem.getBody().getDetail()).isEqualTo(sentence);
        });
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
