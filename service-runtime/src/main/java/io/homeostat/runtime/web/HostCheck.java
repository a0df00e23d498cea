package io.homeostat.runtime.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * The {@code Host} must be one of ours. A page elsewhere can have its own name resolve to loopback (DNS rebinding), and
 * would then count as same origin; the name that it was called by gives it away.
 */
record HostCheck(HostNames names) implements RequestCheck {

    @Override
    public Optional<Refusal> check(HttpServletRequest request) {
        if (names.includeHost(request.getHeader("Host"))) {
            return Optional.empty();
        }
        return Optional.of(new Refusal(
                403,
                "A call that changes something must be addressed to localhost, or to a name listed in"
                        + " homeostat.allowed-hosts."));
    }
}
