package io.homeostat.monitor.rules;

import io.homeostat.model.rule.Rule;
import io.homeostat.runtime.web.ProblemException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The version that somebody has seen of what he changes, by which a lost update is refused (RFC 9110, section 13.1.1).
 * Immutable.
 *
 * @param header as it was sent: {@code "3"} with its quotes, several of them, or {@code *} for any; {@code null}: it was
 *     not
 */
record IfMatch(@Nullable String header) {

    /** A version as an entity tag. */
    static String tag(Rule rule) {
        return "\"" + rule.version() + "\"";
    }

    boolean isSent() {
        return header != null;
    }

    /**
     * Holds a change to the version that it was made for.
     *
     * @throws ProblemException 428 if none was named, 412 if the rule has another by now
     */
    void require(Rule current) {
        if (header == null) {
            throw with(
                    current,
                    HttpStatus.PRECONDITION_REQUIRED,
                    "A change must name the version that it was made for: send the header If-Match with the ETag of"
                            + " GET /api/rules/%s, such as If-Match: %s.".formatted(current.id(), tag(current)));
        }
        requireIfSent(current);
    }

    /**
     * Holds a change to the version that it was made for, where one is named.
     *
     * @throws ProblemException 412, if the rule has another by now
     */
    void requireIfSent(Rule current) {
        if (header != null && Stream.of(header.split(",")).map(String::strip).noneMatch(one -> admits(one, current))) {
            throw with(
                    current,
                    HttpStatus.PRECONDITION_FAILED,
                    "The rule \"%s\" is at version %d and so not at the one that If-Match names, %s: look at it again and"
                                    .formatted(current.id(), current.version(), header)
                            + " send what is to be changed with If-Match: %s.".formatted(tag(current)));
        }
    }

    private static boolean admits(String one, Rule current) {
        return one.equals("*") || one.equals(tag(current));
    }

    private static ProblemException with(Rule current, HttpStatus status, String sentence) {
        ProblemException problem = new ProblemException(status, sentence);
        problem.getHeaders().setETag(tag(current));
        return problem;
    }
}
