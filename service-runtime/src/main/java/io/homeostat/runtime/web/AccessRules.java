package io.homeostat.runtime.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which checks a service needs, by where it is bound. */
final class AccessRules {

    private AccessRules() {}

    /**
     * The checks of every call that changes something.
     *
     * @param address what the service is bound to; {@code null}: every address of the machine
     * @param token the token from the environment, {@code null} where there is none
     * @throws MissingTokenException if the service is bound to more than loopback and there is no token
     */
    static List<RequestCheck> checks(
            @Nullable String address, @Nullable String token, Collection<String> allowedHosts) {
        HostNames names = new HostNames(allowedHosts);
        List<RequestCheck> checks = new ArrayList<>();
        checks.add(new HostCheck(names));
        checks.add(new OriginCheck(names));
        if (!Loopback.isAddress(address)) {
            if (token == null || token.isBlank()) {
                throw new MissingTokenException(address);
            }
            checks.add(new TokenCheck(token));
        }
        checks.add(new ContentTypeCheck());
        return checks;
    }
}
