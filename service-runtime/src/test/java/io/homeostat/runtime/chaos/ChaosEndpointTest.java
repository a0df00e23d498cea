package io.homeostat.runtime.chaos;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.homeostat.runtime.TestService;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ChaosEndpointTest {

    private static final String ON = "--homeostat.chaos.enabled=true";
    private static final Map<String, Object> TOKEN = Map.of("HOMEOSTAT_TOKEN", "s3cret");

    @TempDir
    private Path folder;

    @Test
    void isNotThereUnlessItIsEnabled() throws Exception {
        try (TestService service = TestService.start()) {
            assertThat(service.get("/actuator/chaos").statusCode()).isEqualTo(404);
            assertThat(order(service, "{\"fault\": \"fill-disk\"}").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void fillsTheStateDirectoryAndEmptiesItAgain() throws Exception {
        try (TestService service = TestService.start(ON, "--homeostat.data-dir=" + folder)) {
            assertThat(service.get("/actuator/chaos").body()).contains("\"block-thread\"", "\"running\":[]");

            HttpResponse<String> begun = order(service, "{\"fault\": \"fill-disk\", \"bytes\": 3000000}");

            assertThat(begun.statusCode()).isEqualTo(200);
            assertThat(begun.body()).contains("\"fault\":\"fill-disk\"");
            await().atMost(10, SECONDS).until(() -> bytesInState() == 3_000_000);
            assertThat(service.get("/actuator/chaos").body()).contains("\"struck\":3000000");

            assertThat(service.delete("/actuator/chaos").body()).contains("\"running\":[]");
            assertThat(bytesInState()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"fault": "flood"}                                  | fault must be one of throw-in-processor, thread-error
            {"fault": "exhaust-connections"}                    | this service has no database
            {"fault": "block-thread"}                           | this service has none
            {"fault": "fill-disk", "bytes": -1}                 | bytes must be at least 0, was -1
            {"fault": "fill-disk", "duration": "PT-5S"}         | duration must be a duration longer than PT0S and at most PT24H, was PT-5S
            {"fault": "fill-disk", "duration": "soon"}          | duration must be a duration such as PT10S or 10s, was soon
            {"fault": "throw-in-processor", "times": "often"}   | times must be a whole number, was often
            {}                                                  | fault
            """)
    void refusesWhatItCannotDoWithASentence(String body, String sentence) throws Exception {
        try (TestService service = TestService.start(ON)) {
            HttpResponse<String> refused = order(service, body);

            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
            assertThat(refused.body()).contains(sentence);
        }
    }

    @Test
    void isGuardedAsTheOtherEndpointsAre() throws Exception {
        try (TestService service = TestService.start(ON)) {
            String body = "{\"fault\": \"fill-disk\", \"bytes\": 1}";

            assertThat(service.post("/actuator/chaos", body, "Content-Type", "text/plain")
                            .statusCode())
                    .isEqualTo(415);
            assertThat(service.post(
                                    "/actuator/chaos",
                                    body,
                                    "Content-Type",
                                    "application/json",
                                    "Origin",
                                    "https://elsewhere.example")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(service.delete("/actuator/chaos", "Origin", "https://elsewhere.example")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --server.address=0.0.0.0              | homeostat.chaos.enabled must not be true unless server.address is loopback's, such as 127.0.0.1, was 0.0.0.0
            --management.server.address=0.0.0.0   | homeostat.chaos.enabled must not be true unless management.server.address is loopback's, such as 127.0.0.1, was 0.0.0.0
            --management.server.port=18           | homeostat.chaos.enabled must not be true with a management.server.port of its own
            """)
    void refusesToStartWhereOthersCouldOrderFaults(String argument, String sentence, CapturedOutput output) {
        assertThatThrownBy(() -> TestService.start(TOKEN, Object.class, ON, argument))
                .isInstanceOf(RuntimeException.class);

        assertThat(output).contains(sentence).doesNotContain("\tat ");
    }

    private static HttpResponse<String> order(TestService service, String body) throws Exception {
        return service.post("/actuator/chaos", body, "Content-Type", "application/json");
    }

    private long bytesInState() throws IOException {
        Path state = folder.resolve("state");
        if (!Files.isDirectory(state)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(state)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
