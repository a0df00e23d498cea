package io.homeostat.healer.watching;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.homeostat.healer.signals.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever a target answers is bounded and an answer, never an exception. */
class InquirerTest {

    private final Inquirer inquirer = new Inquirer();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void believesWhatSaysThatItIsWell() throws Exception {
        answer("/", 200, "{\"status\": \"UP\"}");
        assertThat(inquirer.ask(at("/")).answer()).isEqualTo(Answer.UP);
    }

    @Test
    void takesAnythingElseItSaysForUnwell() throws Exception {
        answer("/down", 503, "{\"status\": \"DOWN\"}");
        answer("/out", 200, "{\"status\": \"OUT_OF_SERVICE\"}");
        assertThat(inquirer.ask(at("/down")).answer()).isEqualTo(Answer.DOWN);
        assertThat(inquirer.ask(at("/out")).answer()).isEqualTo(Answer.DOWN);
    }

    @Test
    void cannotReadWhatIsNoSuchAnswer() throws Exception {
        answer("/html", 200, "<html>");
        answer("/list", 200, "[]");
        answer("/missing", 404, "{}");
        for (String path : new String[] {"/html", "/list", "/missing"}) {
            assertThat(inquirer.ask(at(path)).answer()).as(path).isEqualTo(Answer.UNREADABLE);
        }
    }

    @Test
    void followsNoRedirect() throws Exception {
        answer("/well", 200, "{\"status\": \"UP\"}");
        server.createContext("/redirect", exchange -> {
            exchange.getResponseHeaders().add("Location", "/well");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        assertThat(inquirer.ask(at("/redirect")).answer()).isEqualTo(Answer.UNREADABLE);
    }

    @Test
    void breaksOffAnEndlessReply() throws Exception {
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                byte[] much = "x".repeat(10_000).getBytes(StandardCharsets.UTF_8);
                while (true) {
                    out.write(much);
                }
            } catch (IOException e) {
                exchange.close();
            }
        });
        Reply reply = inquirer.ask(at("/endless"));
        assertThat(reply.answer()).isEqualTo(Answer.UNREADABLE);
        assertThat(reply.detail()).isEqualTo("the reply is longer than 65536 bytes");
    }

    @Test
    void waitsTwoSecondsAtMost() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Reply reply = inquirer.ask(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/"));
            assertThat(reply.answer()).isEqualTo(Answer.TIMED_OUT);
            assertThat(reply.tookMillis()).isBetween(1_900L, 10_000L);
        }
    }

    @Test
    void saysThatNobodyListens() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        assertThat(inquirer.ask(URI.create("http://127.0.0.1:" + port + "/")).answer())
                .isEqualTo(Answer.REFUSED);
    }

    private void answer(String path, int status, String body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }
}
