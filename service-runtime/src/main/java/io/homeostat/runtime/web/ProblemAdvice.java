package io.homeostat.runtime.web;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.exc.StreamReadException;

/** Turns what goes wrong in a controller into problem details with a sentence that says what to mend. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    /** What nobody foresaw: the client learns that it was not its fault, the log learns the rest. */
    @ExceptionHandler(Exception.class)
    ResponseEntity<Object> unforeseen(Exception failure, WebRequest request) {
        log.error("A call failed: {}", LogText.of(request.getDescription(false)), failure);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "The service failed to answer; its log says why. The call may be tried again.");
        return ResponseEntity.internalServerError().body(problem);
    }

    /** What is no JSON is 400; what is JSON, but not of the shape that is asked for, is 422. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Throwable cause = failure.getCause();
        boolean noJson = cause == null || cause instanceof StreamReadException;
        HttpStatus answer = noJson ? HttpStatus.BAD_REQUEST : HttpStatus.UNPROCESSABLE_CONTENT;
        String sentence = noJson
                ? "The body must be JSON."
                : "The body is JSON, but not what this call takes: "
                        + String.valueOf(failure.getMostSpecificCause().getMessage())
                                .lines()
                                .findFirst()
                                .orElse("");
        return handleExceptionInternal(
                failure, ProblemDetail.forStatusAndDetail(answer, sentence), headers, answer, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        StringBuilder sentence = new StringBuilder();
        for (FieldError error : failure.getBindingResult().getFieldErrors()) {
            sentence.append(error.getField())
                    .append(' ')
                    .append(error.getDefaultMessage())
                    .append(", was ")
                    .append(error.getRejectedValue())
                    .append(". ");
        }
        HttpStatus answer = HttpStatus.UNPROCESSABLE_CONTENT;
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(answer, sentence.toString().strip());
        return handleExceptionInternal(failure, problem, headers, answer, request);
    }
}
