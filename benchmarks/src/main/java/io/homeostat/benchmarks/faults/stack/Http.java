package io.homeostat.benchmarks.faults.stack;

import io.homeostat.model.MessageJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Asks the stack's programs, each time with a bound, since they may be stopped or gone. Thread-safe. */
public final class Http {

    private static final Duration BOUND = Duration.ofSeconds(2);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(1))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** The JSON that is answered to a GET; empty if there is no good answer. */
    Optional<JsonNode> get(URI uri) {
        try {
            HttpResponse<String> response =
                    client.send(HttpRequest.newBuilder(uri).timeout(BOUND).build(), BodyHandlers.ofString());
            return response.statusCode() == 200
                    ? Optional.of(MessageJson.mapper().readTree(response.body()))
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** POSTs JSON and gives the status, or -1 if nobody answers in time. */
    int post(URI uri, String json) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(BOUND)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return status(request);
    }

    /** Sends a DELETE and gives the status, or -1 if nobody answers in time. */
    int delete(URI uri) {
        return status(HttpRequest.newBuilder(uri).timeout(BOUND).DELETE().build());
    }

    private int status(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
