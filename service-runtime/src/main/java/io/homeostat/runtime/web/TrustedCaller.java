package io.homeostat.runtime.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives a caller that may see everything a name, which is what the health's details depend on: on loopback everybody,
 * elsewhere who brings the token.
 */
final class TrustedCaller extends OncePerRequestFilter {

    private static final Principal TRUSTED = () -> "trusted";

    private final Predicate<HttpServletRequest> trusted;

    private TrustedCaller(Predicate<HttpServletRequest> trusted) {
        this.trusted = trusted;
    }

    static TrustedCaller of(@Nullable String address, @Nullable String token) {
        if (Loopback.isAddress(address)) {
            return new TrustedCaller(request -> true);
        }
        return token == null || token.isBlank()
                ? new TrustedCaller(request -> false)
                : new TrustedCaller(new TokenCheck(token)::isPresented);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(trusted.test(request) ? new Trusted(request) : request, response);
    }

    private static final class Trusted extends HttpServletRequestWrapper {

        Trusted(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Principal getUserPrincipal() {
            return TRUSTED;
        }
    }
}
