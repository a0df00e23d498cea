package io.homeostat.runtime.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** If a browser says which page a call comes from, it must be a page of this service. */
record OriginCheck(HostNames names) implements RequestCheck {

    private static final Refusal REFUSAL =
            new Refusal(403, "A call that changes something must come from a page of this service, or from no page.");

    @Override
    public Optional<Refusal> check(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return Optional.of(REFUSAL);
        }
        String origin = request.getHeader("Origin");
        if (origin != null && !names.isSameOrigin(origin, request.getHeader("Host"))) {
            return Optional.of(REFUSAL);
        }
        return Optional.empty();
    }
}
