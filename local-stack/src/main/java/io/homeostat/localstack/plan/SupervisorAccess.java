package io.homeostat.localstack.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/**
 * Where the supervisor answers, and the secret that gives the right to ask it for restarts: made at each start, handed to
 * the healer in its environment, and to nobody else. Immutable.
 */
public final class SupervisorAccess {

    private static final int TOKEN_BYTES = 32;

    private final int port;
    private final String token;

    private SupervisorAccess(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /** With a new token. */
    public static SupervisorAccess create(int port) {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return new SupervisorAccess(
                port, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** Where the supervisor answers. */
    public int port() {
        return port;
    }

    /** Whether an {@code Authorization} header carries the token; takes the same time for each wrong one. */
    public boolean isGrantedBy(String authorization) {
        byte[] given = authorization.getBytes(StandardCharsets.UTF_8);
        byte[] expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, expected);
    }

    Map<String, String> environment() {
        return Map.of(StackPlan.SUPERVISOR_TOKEN, token, "HOMEOSTAT_SUPERVISOR_URL", "http://localhost:" + port);
    }
}
