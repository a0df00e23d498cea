package io.homeostat.healer.recovering.acting;

import io.homeostat.healer.recovering.RemedyResult;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Gives an order by HTTP, within five seconds and without redirects. Thread-safe. */
final class Caller {

    private static final int NOT_FOUND = 404;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** Posts JSON; what was refused, or did not come, is a failure with its reason. */
    RemedyResult post(URI address, Map<String, Object> body, @Nullable String token) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<Void> response = client.send(request.build(), HttpResponse.BodyHandlers.discarding());
            int status = response.statusCode();
            if (status >= 200 && status < 300) {
                return RemedyResult.done();
            }
            if (status == NOT_FOUND) {
                return RemedyResult.notApplicable(address.getPath() + " is not there: who is asked has no such thing");
            }
            String answer = address.getPath() + " answered with the status " + status;
            return status >= 400 && status < 500 ? RemedyResult.refused(answer) : RemedyResult.failed(answer);
        } catch (IOException e) {
            return RemedyResult.failed(address.getPath() + " did not answer: " + e);
        }
    }
}
