package io.homeostat.runtime.web;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A call cannot be served; the client gets the sentence as a problem detail. */
public final class ProblemException extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    /** A problem with a sentence that says what was wrong, what is allowed and what to do. */
    public ProblemException(HttpStatus status, String sentence) {
        super(status, ProblemDetail.forStatusAndDetail(status, sentence), null);
    }

    /** There is no such thing. */
    public static ProblemException notFound(String sentence) {
        return new ProblemException(HttpStatus.NOT_FOUND, sentence);
    }

    /** A parameter cannot be read. */
    public static ProblemException badRequest(String sentence) {
        return new ProblemException(HttpStatus.BAD_REQUEST, sentence);
    }

    /** The body is too large. */
    public static ProblemException tooLarge(String sentence) {
        return new ProblemException(HttpStatus.CONTENT_TOO_LARGE, sentence);
    }

    /** What was sent can be read, but is not allowed. */
    public static ProblemException unprocessable(String sentence) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, sentence);
    }

    /** It cannot be served now; the client may try again after a while. */
    public static ProblemException unavailable(String sentence, Duration retryAfter) {
        ProblemException problem = new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, sentence);
        problem.getHeaders().set("Retry-After", String.valueOf(Math.max(1, retryAfter.toSeconds())));
        return problem;
    }
}
