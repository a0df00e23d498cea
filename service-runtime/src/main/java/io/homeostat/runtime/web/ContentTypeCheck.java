package io.homeostat.runtime.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;

/** A body must say what it is, and never be a form's, which any page may send anywhere. */
final class ContentTypeCheck implements RequestCheck {

    private static final Set<String> ALLOWED = Set.of(
            "application/json",
            "application/x-ndjson",
            "application/yaml",
            "text/csv",
            "application/vnd.spring-boot.actuator.v3+json");

    @Override
    public Optional<Refusal> check(HttpServletRequest request) {
        boolean none = request.getContentType() == null && request.getMethod().equals("DELETE");
        if (none || isAllowed(request.getContentType())) {
            return Optional.empty();
        }
        return Optional.of(new Refusal(
                415,
                "The Content-Type must be application/json, also for an empty body, or application/x-ndjson,"
                        + " application/yaml or text/csv where the call takes it."));
    }

    private static boolean isAllowed(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        try {
            var type = MimeTypeUtils.parseMimeType(contentType);
            return ALLOWED.contains(type.getType() + "/" + type.getSubtype());
        } catch (InvalidMimeTypeException e) {
            return false;
        }
    }
}
