package io.homeostat.runtime.web;

import io.homeostat.runtime.logging.LogText;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a request that changes something through only if it meets every check. What is refused is counted and logged. */
final class ChangeGuard extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(ChangeGuard.class);
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final List<RequestCheck> checks;
    private final Counter refused;
    private final AtomicLong nextLogNanos = new AtomicLong(System.nanoTime());

    ChangeGuard(List<RequestCheck> checks, MeterRegistry registry) {
        this.checks = List.copyOf(checks);
        this.refused = Counter.builder("homeostat.requests.refused")
                .description("Calls that would have changed something and were refused")
                .register(registry);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!HARMLESS.contains(request.getMethod())) {
            for (RequestCheck check : checks) {
                Optional<Refusal> refusal = check.check(request);
                if (refusal.isPresent()) {
                    refuse(request, response, refusal.get());
                    return;
                }
            }
        }
        chain.doFilter(request, response);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        refused.increment();
        long now = System.nanoTime();
        long next = nextLogNanos.get();
        if (now >= next && nextLogNanos.compareAndSet(next, now + 1_000_000_000L)) {
            log.warn(
                    "Refused {} {} from {}: {}",
                    LogText.of(request.getMethod()),
                    LogText.of(request.getRequestURI()),
                    request.getRemoteAddr(),
                    refusal.sentence());
        }
        if (refusal.status() == 401) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        Problems.write(response, refusal.status(), refusal.sentence());
    }
}
