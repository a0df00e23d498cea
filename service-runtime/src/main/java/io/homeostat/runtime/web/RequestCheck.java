package io.homeostat.runtime.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** One condition that a request which changes something must meet. Thread-safe. */
@FunctionalInterface
interface RequestCheck {

    /** Why the request is refused; empty if it is not. */
    Optional<Refusal> check(HttpServletRequest request);
}
