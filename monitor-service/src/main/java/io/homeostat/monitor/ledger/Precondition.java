package io.homeostat.monitor.ledger;

import io.homeostat.runtime.web.ProblemException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The version that somebody has seen of what he changes, by which a lost update is refused (RFC 9110, section 13.1.1).
 * Immutable.
 *
 * @param ifMatch the header as it was sent: {@code "3"} with its quotes, several of them, or {@code *} for any;
 *     {@code null}: it was not
 */
public record Precondition(@Nullable String ifMatch) {

    /** Whether a version was named. */
    public boolean isSent() {
        return ifMatch != null;
    }

    /**
     * Holds a change to the version that it was made for.
     *
     * @param path where it can be looked at
     * @param tag the present version as an entity tag
     * @param stale what to say where another version is named
     * @throws ProblemException 428 if none was named, 412 if another is
     */
    public void require(String path, String tag, String stale) {
        if (ifMatch == null) {
            throw with(
                    tag,
                    HttpStatus.PRECONDITION_REQUIRED,
                    "A change must name the version that it was made for: send the header If-Match with the ETag of"
                            + " GET %s, such as If-Match: %s.".formatted(path, tag));
        }
        requireIfSent(tag, stale);
    }

    /**
     * Holds a change to the version that it was made for, where one is named.
     *
     * @throws ProblemException 412, if another is
     */
    public void requireIfSent(String tag, String stale) {
        if (ifMatch != null && Stream.of(ifMatch.split(",")).map(String::strip).noneMatch(one -> admits(one, tag))) {
            throw with(
                    tag,
                    HttpStatus.PRECONDITION_FAILED,
                    stale + ": look at it again and send what is to be changed with If-Match: " + tag + ".");
        }
    }

    private static boolean admits(String one, String tag) {
        return one.equals("*") || one.equals(tag);
    }

    private static ProblemException with(String tag, HttpStatus status, String sentence) {
        ProblemException problem = new ProblemException(status, sentence);
        problem.getHeaders().setETag(tag);
        return problem;
    }
}
