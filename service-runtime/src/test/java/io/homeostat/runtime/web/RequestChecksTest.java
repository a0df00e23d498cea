package io.homeostat.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class RequestChecksTest {

    private static final String JSON = "application/json";

    private final List<RequestCheck> onLoopback = AccessRules.checks("127.0.0.1", null, List.of("Monitor.example"));
    private final List<RequestCheck> inTheOpen = AccessRules.checks("0.0.0.0", "s3cret", List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "localhost:8082", "127.0.0.1:8082", "[::1]:8082", "LOCALHOST", "monitor.example:80"
            })
    void takesHostsOfItsOwn(String host) {
        assertThat(refusal(onLoopback, request(host, JSON))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "127.0.0.1.evil.example",
                "localhost.evil.example:8082",
                "evil.example:localhost",
                "xmonitor.example",
                "0.0.0.0:8082",
                ""
            })
    void refusesHostsOfOthers(String host) {
        assertThat(refusal(onLoopback, request(host, JSON)))
                .hasValueSatisfying(refusal -> assertThat(refusal.status()).isEqualTo(403));
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://localhost:8082, true",
        "Origin, http://LOCALHOST:8082, true",
        "Origin, http://evil.example, false",
        "Origin, http://localhost:9999, false",
        "Origin, http://localhost:8082.evil.example, false",
        "Origin, null, false",
        "Origin, file://, false",
        "Sec-Fetch-Site, same-origin, true",
        "Sec-Fetch-Site, none, true",
        "Sec-Fetch-Site, same-site, false",
        "Sec-Fetch-Site, cross-site, false"
    })
    void takesCallsOfItsOwnPagesOnly(String header, String value, boolean taken) {
        MockHttpServletRequest request = request("localhost:8082", JSON);
        request.addHeader(header, value);

        assertThat(refusal(onLoopback, request).isEmpty()).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, true",
        "application/json;charset=UTF-8, true",
        "Application/JSON, true",
        "application/x-ndjson, true",
        "application/yaml, true",
        "text/csv, true",
        "application/x-www-form-urlencoded, false",
        "multipart/form-data;boundary=x, false",
        "text/plain, false",
        "text/plain;application/json, false",
        "nonsense, false",
        ", false"
    })
    void takesTypesThatAFormCannotSend(String type, boolean taken) {
        Optional<Refusal> refusal = refusal(onLoopback, request("localhost", type));

        assertThat(refusal.isEmpty()).isEqualTo(taken);
        refusal.ifPresent(one -> assertThat(one.status()).isEqualTo(415));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void refusesFormsWhateverTheMethod(String method) {
        MockHttpServletRequest request = request("localhost", "application/x-www-form-urlencoded");
        request.setMethod(method);

        assertThat(refusal(onLoopback, request)).map(Refusal::status).hasValue(415);
    }

    @ParameterizedTest
    @CsvSource({
        "Bearer s3cret, true",
        "Bearer s3cre, false",
        "Bearer s3crett, false",
        "Bearer, false",
        "Basic s3cret, false",
        "s3cret, false",
        ", false"
    })
    void takesOnlyTheTokenOffLoopback(String authorization, boolean taken) {
        MockHttpServletRequest request = request("localhost", JSON);
        if (authorization != null) {
            request.addHeader("Authorization", authorization);
        }

        Optional<Refusal> refusal = refusal(inTheOpen, request);

        assertThat(refusal.isEmpty()).isEqualTo(taken);
        refusal.ifPresent(one -> assertThat(one.status()).isEqualTo(401));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.168.1.4", "::", "127.example.org"})
    void refusesToStartOffLoopbackWithoutAToken(String address) {
        assertThatThrownBy(() -> AccessRules.checks(address, " ", List.of()))
                .isInstanceOf(MissingTokenException.class)
                .hasMessageContaining("server.address is " + address)
                .hasMessageContaining("HOMEOSTAT_TOKEN");
    }

    @Test
    void refusesToStartOnEveryAddressWithoutAToken() {
        assertThatThrownBy(() -> AccessRules.checks(null, null, List.of()))
                .hasMessageStartingWith("server.address is not set, so every address of this machine");
    }

    private static MockHttpServletRequest request(String host, String type) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/things");
        request.addHeader("Host", host);
        request.setContentType(type);
        return request;
    }

    private static Optional<Refusal> refusal(List<RequestCheck> checks, MockHttpServletRequest request) {
        return checks.stream()
                .map(check -> check.check(request))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
