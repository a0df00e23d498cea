package io.homeostat.runtime.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Off loopback, every call that changes something must bring the token. */
final class TokenCheck implements RequestCheck {

    private static final String SCHEME = "Bearer ";

    private final byte[] token;

    TokenCheck(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<Refusal> check(HttpServletRequest request) {
        if (isPresented(request)) {
            return Optional.empty();
        }
        return Optional.of(
                new Refusal(401, "This call needs the header Authorization: Bearer <the value of HOMEOSTAT_TOKEN>."));
    }

    boolean isPresented(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null
                && header.startsWith(SCHEME)
                // takes as long whatever the first wrong byte is
                && MessageDigest.isEqual(
                        token, header.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8));
    }
}
