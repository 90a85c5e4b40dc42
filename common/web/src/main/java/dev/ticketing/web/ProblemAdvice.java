package dev.ticketing.web;

import io.micrometer.tracing.Tracer;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.DatabindException;

/**
 * Every error leaves as {@code application/problem+json} with all of {@link Problems}' members and the trace id, whoever made
 * it; what nobody foresaw is a 500 that says nothing of the inside.
 */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler implements ResponseBodyAdvice<Object> {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final URI UNTYPED = URI.create("about:blank");
    private static final String RETRY_AFTER_SECONDS = "1";

    private final Tracer tracer;

    ProblemAdvice(Tracer tracer) {
        this.tracer = tracer;
    }

    @ExceptionHandler
    ProblemDetail on(NotSignedIn e) {
        return Problems.of(HttpStatus.UNAUTHORIZED, "not-signed-in", e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(PublicKeys.Unavailable e) {
        log.warn("sessions cannot be verified: {}", e.getMessage());
        return unavailable("Sessions cannot be checked right now.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(DataAccessException e) {
        log.error("database: {}", e.getMessage(), e);
        return unavailable("The database does not answer right now.");
    }

    /** 503 for something that is away and will be back. */
    private static ResponseEntity<ProblemDetail> unavailable(String detail) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .body(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "service-unavailable", detail));
    }

    @ExceptionHandler
    ProblemDetail on(InvalidInput e) {
        return Problems.invalid(e.field(), e.getMessage());
    }

    /** Percent-encoding that is none, and the like; found when the first parameter is read. */
    @ExceptionHandler
    ProblemDetail on(InvalidParameterException e) {
        return Problems.of(HttpStatus.BAD_REQUEST, "malformed-parameters", "The parameters are not well-formed.");
    }

    @ExceptionHandler
    ProblemDetail on(IdempotencyKeyReused e) {
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(CrossSiteRequest e) {
        return Problems.of(HttpStatus.FORBIDDEN, "cross-site-request", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(BodyTooLarge e) {
        return Problems.of(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(Exception e) {
        log.error("unforeseen", e);
        return Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "Something went wrong on our side.");
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var errors = e.getAllErrors().stream().map(ProblemAdvice::error).toList();
        return ResponseEntity.badRequest()
                .body(Problems.of(HttpStatus.BAD_REQUEST, "validation-failed", "The input is not valid.", errors));
    }

    private static Problems.Error error(ObjectError error) {
        return new Problems.Error(
                error.getDefaultMessage(), error instanceof FieldError field ? field.getField() : null);
    }

    @Override
    protected ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.status(status)
                .body(Problems.of(HttpStatus.NOT_FOUND, "not-found", "There is nothing at this address."));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (e.getMostSpecificCause() instanceof BodyTooLarge tooLarge) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).body(on(tooLarge));
        }
        var field = e.getCause() instanceof DatabindException unbound ? field(unbound) : null;
        var message = field == null ? "The body is not well-formed JSON." : field + " has the wrong type.";
        return ResponseEntity.badRequest()
                .body(Problems.of(
                        HttpStatus.BAD_REQUEST,
                        "malformed-body",
                        message,
                        List.of(new Problems.Error(message, field))));
    }

    private static String field(DatabindException e) {
        return e.getPath().stream()
                .map(reference -> reference.getPropertyName())
                .flatMap(Stream::ofNullable)
                .reduce((outer, inner) -> outer + "." + inner)
                .orElse(null);
    }

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object beforeBodyWrite(
            Object body,
            MethodParameter returnType,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof ProblemDetail problem) {
            complete(problem, request.getURI().getRawPath());
        }
        return body;
    }

    private void complete(ProblemDetail problem, String path) {
        var properties = problem.getProperties();
        if (properties == null || !properties.containsKey(Problems.CODE)) {
            var title = String.valueOf(problem.getTitle());
            problem.setProperty(Problems.CODE, title.toLowerCase(Locale.ROOT).replace(' ', '-'));
            problem.setProperty(Problems.ERRORS, List.of(new Problems.Error(problem.getDetail(), null)));
        }
        if (problem.getType() == null) {
            problem.setType(UNTYPED);
        }
        problem.setInstance(URI.create(path));
        var span = tracer.currentSpan();
        problem.setProperty("traceId", span == null ? "" : span.context().traceId());
    }
}
