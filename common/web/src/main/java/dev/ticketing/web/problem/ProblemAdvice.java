package dev.ticketing.web.problem;

import dev.ticketing.messaging.NotYetKnown;
import dev.ticketing.web.filter.BodyTooLarge;
import dev.ticketing.web.filter.RefusedRequest;
import dev.ticketing.web.idempotency.IdempotencyKeyReused;
import dev.ticketing.web.input.InvalidInput;
import dev.ticketing.web.limits.LimitExceeded;
import dev.ticketing.web.session.NotSignedIn;
import dev.ticketing.web.session.PublicKeys;
import dev.ticketing.web.session.SessionVerifier;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
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
import org.springframework.http.server.ServletServerHttpRequest;
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
 * Every error becomes {@code application/problem+json} with all of {@link Problems}' members and the trace id, whatever
 * its source. An unexpected error is a 500 without internal details.
 */
@RestControllerAdvice
public class ProblemAdvice extends ResponseEntityExceptionHandler implements ResponseBodyAdvice<Object> {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String RETRY_AFTER_SECONDS = "1";
    private static final int SERVER_ERROR = 500;

    /** A declined card, a state that forbids the request, a version that was edited meanwhile. */
    private static final Set<Integer> BUSINESS = Set.of(402, 409, 412);

    private final Tracer tracer;

    public ProblemAdvice(Tracer tracer) {
        this.tracer = tracer;
    }

    @ExceptionHandler
    ProblemDetail on(NotSignedIn e) {
        return Problems.of(HttpStatus.UNAUTHORIZED, "not-signed-in", e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(PublicKeys.Unavailable e) {
        log.warn("sessions cannot be verified: {}", e.getMessage());
        return unavailable("Sessions cannot be verified at the moment.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(DataAccessException e) {
        log.error("database: {}", e.getMessage(), e);
        return unavailable("The database is unavailable at the moment.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(NotYetKnown e) {
        return unavailable("not-yet-known", e.getMessage());
    }

    private static ResponseEntity<ProblemDetail> unavailable(String detail) {
        return unavailable("service-unavailable", detail);
    }

    /** 503 for a dependency that is down and will be back. */
    private static ResponseEntity<ProblemDetail> unavailable(String code, @Nullable String detail) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .body(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, code, detail));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(LimitExceeded e) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(e.seconds()))
                .header("RateLimit", e.rateLimit())
                .header("RateLimit-Policy", e.rateLimitPolicy())
                .body(Problems.of(HttpStatus.TOO_MANY_REQUESTS, e.code(), e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail on(InvalidInput e) {
        return Problems.invalid(e.field(), e.getMessage());
    }

    /** For example invalid percent-encoding; found when the first parameter is read. */
    @ExceptionHandler
    ProblemDetail on(InvalidParameterException e) {
        return Problems.of(HttpStatus.BAD_REQUEST, "malformed-parameters", "The parameters are not well-formed.");
    }

    @ExceptionHandler
    ProblemDetail on(IdempotencyKeyReused e) {
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(RefusedRequest e) {
        return Problems.of(e.status(), e.code(), e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(BodyTooLarge e) {
        return Problems.of(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", e.getMessage());
    }

    @ExceptionHandler
    @Nullable
    ProblemDetail on(Exception e) {
        if (LostConnection.isCauseOf(e)) {
            return null;
        }
        log.error("unforeseen", e);
        return Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "Something went wrong on our side.");
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var errors = e.getAllErrors().stream()
                .sorted(inOrderOf(e.getTarget()))
                .map(ProblemAdvice::error)
                .toList();
        return ResponseEntity.badRequest()
                .body(Problems.of(HttpStatus.BAD_REQUEST, "validation-failed", "The input is not valid.", errors));
    }

    /** As the fields of the input stand, then by text; what is about no field comes last. The validator gives a set. */
    private static Comparator<ObjectError> inOrderOf(@Nullable Object input) {
        var fields = Stream.ofNullable(input)
                .filter(Record.class::isInstance)
                .flatMap(it -> Stream.of(it.getClass().getRecordComponents()))
                .map(RecordComponent::getName)
                .toList();
        return Comparator.comparing((ObjectError error) -> !(error instanceof FieldError))
                .thenComparing(error -> error instanceof FieldError field ? place(field.getField(), fields) : 0)
                .thenComparing(ProblemAdvice::text);
    }

    /** Of a part of a field, such as {@code seats[0].row}, the place of the field. */
    private static int place(String path, List<String> fields) {
        return fields.indexOf(path.split("[.\\[]", 2)[0]);
    }

    private static String text(ObjectError error) {
        return String.valueOf(error.getDefaultMessage());
    }

    private static Problems.Error error(ObjectError error) {
        return new Problems.Error(
                error.getDefaultMessage(), error instanceof FieldError field ? field.getField() : null);
    }

    @Override
    protected ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.status(status)
                .body(Problems.of(HttpStatus.NOT_FOUND, "not-found", "Nothing exists at this address."));
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

    private static @Nullable String field(DatabindException e) {
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
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof ProblemDetail problem) {
            Problems.complete(problem, path(request), traceId());
            note(problem, ((ServletServerHttpRequest) request).getServletRequest());
        }
        return body;
    }

    /**
     * Logs a line for each refusal, without anything from the request's content. A conflict is ordinary business, and
     * an error has its own line.
     */
    private static void note(ProblemDetail problem, HttpServletRequest request) {
        if (problem.getStatus() >= SERVER_ERROR || BUSINESS.contains(problem.getStatus())) {
            return;
        }
        log.info(
                "refused status={} code={} method={} path={} user={} traceId={}",
                problem.getStatus(),
                Problems.property(problem, Problems.CODE),
                request.getMethod(),
                problem.getInstance(),
                SessionVerifier.known(request)
                        .map(session -> session.user().id())
                        .orElse("-"),
                Problems.property(problem, Problems.TRACE_ID));
    }

    /** The requested path, also while the container dispatches to the error page. */
    private static String path(ServerHttpRequest request) {
        var servlet = ((ServletServerHttpRequest) request).getServletRequest();
        return servlet.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String refused
                ? refused
                : servlet.getRequestURI();
    }

    private String traceId() {
        var span = tracer.currentSpan();
        return span == null ? TraceIds.random() : span.context().traceId();
    }
}
