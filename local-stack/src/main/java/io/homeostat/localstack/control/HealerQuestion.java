package io.homeostat.localstack.control;

import io.homeostat.runtime.client.BoundedReply;
import io.homeostat.runtime.client.ReplyTooLongException;
import io.homeostat.runtime.web.ProblemException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the healer for JSON on a page's behalf, within bounds: two seconds for the whole answer, 64 KiB of it, no redirects.
 * What does not come is a problem with a sentence for the page. Thread-safe.
 */
final class HealerQuestion {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_BYTES = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI healer;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    HealerQuestion(URI healer) {
        this.healer = healer;
    }

    /**
     * The JSON object at a path.
     *
     * @throws ProblemException 404 if the healer says so, else 503 with what came instead
     */
    JsonNode ask(String path) {
        HttpRequest request = HttpRequest.newBuilder(healer.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .build();
        CompletableFuture<HttpResponse<String>> reply = client.sendAsync(request, BoundedReply.of(MOST_BYTES));
        try {
            return read(reply.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            reply.cancel(true);
            throw unavailable("no whole answer came within " + PATIENCE.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw unavailable(words(e.getCause() == null ? e : e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("this program is ending");
        }
    }

    private static JsonNode read(HttpResponse<String> response) {
        if (response.statusCode() == 404) {
            throw ProblemException.notFound("The healer knows of no such incident.");
        }
        if (response.statusCode() != 200) {
            throw unavailable("it answered with the status " + response.statusCode());
        }
        try {
            JsonNode body = JSON.readTree(response.body());
            if (body.isObject()) {
                return body;
            }
        } catch (JacksonException e) {
            // said below
        }
        throw unavailable("its answer is no JSON object");
    }

    private static String words(Throwable failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof HttpTimeoutException) {
                return "no answer came within " + PATIENCE.toSeconds() + " s";
            }
            if (one instanceof ConnectException) {
                return "nobody listens at its address";
            }
            if (one instanceof ReplyTooLongException tooLong) {
                return "its answer is longer than " + tooLong.mostBytes() + " bytes";
            }
        }
        return String.valueOf(failure.getMessage());
    }

    private static ProblemException unavailable(String why) {
        return ProblemException.unavailable("The healer does not answer: " + why + ".", PATIENCE);
    }
}
