package io.homeostat.producer.answering;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What is wrong with a request, each as an exception that is answered as problem details (RFC 9457). */
public final class Problems {

    private Problems() {}

    /** 400: the request cannot be read. */
    public static ErrorResponseException unreadable(String detail) {
        return problem(HttpStatus.BAD_REQUEST, detail);
    }

    /** 404: what the request names is not there. */
    public static ErrorResponseException notFound(String detail) {
        return problem(HttpStatus.NOT_FOUND, detail);
    }

    /** 413: the body is too large. */
    public static ErrorResponseException tooLarge(String detail) {
        return problem(HttpStatus.CONTENT_TOO_LARGE, detail);
    }

    /** 422: the request can be read, but asks for what is not allowed. */
    public static ErrorResponseException unprocessable(String detail) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, detail);
    }

    /** 503: not now; try again after a time. */
    public static ErrorResponseException unavailable(String detail, Duration retryAfter) {
        ErrorResponseException problem = problem(HttpStatus.SERVICE_UNAVAILABLE, detail);
        problem.getHeaders().set("Retry-After", Long.toString(retryAfter.toSeconds()));
        return problem;
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
