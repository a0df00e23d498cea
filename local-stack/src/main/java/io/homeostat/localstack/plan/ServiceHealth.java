package io.homeostat.localstack.plan;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Whether a service says that it is well, in one of the groups of its health. */
final class ServiceHealth implements BooleanSupplier {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final HttpRequest question;

    ServiceHealth(URI service, String group, Duration bound) {
        question = HttpRequest.newBuilder(service.resolve("/actuator/health/" + group))
                .timeout(bound)
                .build();
    }

    @Override
    public boolean getAsBoolean() {
        try {
            return CLIENT.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
