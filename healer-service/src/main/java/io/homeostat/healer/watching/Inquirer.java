package io.homeostat.healer.watching;

import io.homeostat.healer.signals.Answer;
import io.homeostat.runtime.client.BoundedReply;
import io.homeostat.runtime.client.ReplyTooLongException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a target by HTTP, within bounds: two seconds for the whole reply, 64 KiB of it, no redirects. Whatever comes is an
 * {@link Answer}, never an exception. Thread-safe.
 */
final class Inquirer {

    static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_BYTES = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Reply ask(URI address) throws InterruptedException {
        long began = System.nanoTime();
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .build();
        CompletableFuture<HttpResponse<String>> reply = client.sendAsync(request, BoundedReply.of(MOST_BYTES));
        try {
            HttpResponse<String> response = reply.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return read(response, millisSince(began));
        } catch (TimeoutException e) {
            reply.cancel(true);
            return new Reply(
                    Answer.TIMED_OUT,
                    millisSince(began),
                    "no whole answer within " + PATIENCE.toSeconds() + " s",
                    null);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return failed(cause, millisSince(began));
        }
    }

    private static Reply read(HttpResponse<String> response, long tookMillis) {
        int status = response.statusCode();
        if (status != 200 && status != 503) {
            return new Reply(Answer.UNREADABLE, tookMillis, "it answered with the status " + status, null);
        }
        try {
            JsonNode body = JSON.readTree(response.body());
            if (!body.isObject()) {
                return new Reply(
                        Answer.UNREADABLE, tookMillis, "its answer is no JSON object: " + start(response.body()), null);
            }
            String said = body.path("status").asString("");
            Answer answer = status == 200 && (said.isEmpty() || said.equals("UP")) ? Answer.UP : Answer.DOWN;
            return new Reply(answer, tookMillis, said.isEmpty() ? "status " + status : "it says " + said, body);
        } catch (JacksonException e) {
            return new Reply(Answer.UNREADABLE, tookMillis, "its answer is no JSON: " + start(response.body()), null);
        }
    }

    private static Reply failed(Throwable cause, long tookMillis) {
        if (cause instanceof HttpConnectTimeoutException || cause instanceof HttpTimeoutException) {
            return new Reply(Answer.TIMED_OUT, tookMillis, "no answer within " + PATIENCE.toSeconds() + " s", null);
        }
        if (cause instanceof ReplyTooLongException) {
            return new Reply(Answer.UNREADABLE, tookMillis, String.valueOf(cause.getMessage()), null);
        }
        for (Throwable one = cause; one != null; one = one.getCause()) {
            if (one instanceof UnresolvedAddressException) {
                return new Reply(Answer.UNREACHABLE, tookMillis, "its host's name cannot be resolved", null);
            }
        }
        if (cause instanceof ConnectException) {
            return new Reply(Answer.REFUSED, tookMillis, "nobody listens on its port", null);
        }
        return new Reply(
                cause instanceof IOException ? Answer.UNREACHABLE : Answer.UNREADABLE,
                tookMillis,
                cause.toString(),
                null);
    }

    private static String start(String body) {
        return body.length() <= 60 ? body : body.substring(0, 60) + "…";
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
