package io.homeostat.runtime.web;

import io.homeostat.runtime.logging.LogText;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.exc.StreamReadException;

/** Turns what goes wrong in a controller into problem details with a sentence that says what to mend. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    /** What nobody foresaw: the client learns that it was not its fault, the log learns the rest. */
    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Object> unforeseen(Exception failure, WebRequest request, HttpServletResponse response) {
        if (response.isCommitted() && failure instanceof IOException) {
            // the client went away in the middle of the answer, as those of a live feed do
            return null;
        }
        log.error("A call failed: {}", LogText.of(request.getDescription(false)), failure);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "The service failed to answer; its log says why. The call may be tried again.");
        return response.isCommitted() ? null : answer(HttpStatus.INTERNAL_SERVER_ERROR, problem);
    }

    /** What the service needs is away, or not ready yet. */
    @ExceptionHandler({
        org.apache.kafka.common.errors.TimeoutException.class,
        InvalidStateStoreException.class,
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<Object> away(Exception failure, WebRequest request) {
        log.debug("A call cannot be answered now: {}", LogText.of(request.getDescription(false)), failure);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "What this call needs does not answer now; try again in a second.");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** What an actuator endpoint does not take can be read, but is not allowed. */
    @Override
    protected @Nullable ResponseEntity<Object> handleErrorResponseException(
            ErrorResponseException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (failure.getCause() instanceof InvalidEndpointRequestException refused) {
            HttpStatus answer = HttpStatus.UNPROCESSABLE_CONTENT;
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(answer, String.valueOf(refused.getReason()));
            return handleExceptionInternal(failure, problem, headers, answer, request);
        }
        return super.handleErrorResponseException(failure, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                status, "There is nothing at this address; /v3/api-docs lists the calls.");
        return handleExceptionInternal(failure, problem, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name =
                failure instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : "A parameter";
        Class<?> type = failure.getRequiredType();
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                status,
                "%s cannot be read as %s, was \"%s\"."
                        .formatted(name, type == null ? "what it is" : type.getSimpleName(), failure.getValue()));
        return handleExceptionInternal(failure, problem, headers, status, request);
    }

    private static ResponseEntity<Object> answer(HttpStatus status, ProblemDetail problem) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
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
