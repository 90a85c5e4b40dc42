package dev.ticketing.stripesandbox.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ticketing.stripesandbox.api.StripeError;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What goes wrong with the next {@code times} calls that match.
 *
 * @param method HTTP method; null: any
 * @param path pattern such as {@code /v1/payment_intents/*}{@code /capture}; null: any
 * @param times how many calls; null: one
 * @param delayBeforeMs before the operation, while its idempotency key is in use
 * @param delayAfterMs after the operation, before the answer
 * @param status 429 or 5xx instead of the operation; a 5xx is kept for the idempotency key, as Stripe does
 * @param drop the connection is closed without an answer, {@code before} or {@code after} the operation
 */
public record Fault(
        String method, String path, Integer times, Long delayBeforeMs, Long delayAfterMs, Integer status, Drop drop) {

    static final Fault NONE = new Fault(null, null, null, null, null, null, null);
    static final String ATTRIBUTE = Fault.class.getName();

    /** When the connection is closed. */
    public enum Drop {
        @JsonProperty("before")
        BEFORE,
        @JsonProperty("after")
        AFTER
    }

    public Fault {
        if (status != null && status != 429 && (status < 500 || status > 599)) {
            throw new IllegalArgumentException("status " + status + " (expected: 429 or 5xx)");
        }
    }

    /** The fault of this call; it may be none. */
    public static Fault of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Fault fault ? fault : NONE;
    }

    public void delayBefore() {
        pause(delayBeforeMs);
    }

    public Optional<StripeError> error() {
        return Optional.ofNullable(status)
                .map(code -> code == 429
                        ? StripeError.tooMany()
                        : StripeError.server(code, "An unknown error occurred (sandbox fault)."));
    }

    void delayAfter() {
        pause(delayAfterMs);
    }

    boolean matches(HttpServletRequest request) {
        return (method == null || method.equalsIgnoreCase(request.getMethod()))
                && (path == null
                        || PathPatternParser.defaultInstance
                                .parse(path)
                                .matches(PathContainer.parsePath(request.getRequestURI())));
    }

    Fault withTimes(int left) {
        return new Fault(method, path, left, delayBeforeMs, delayAfterMs, status, drop);
    }

    private static void pause(Long millis) {
        if (millis == null) {
            return;
        }
        try {
            Thread.sleep(Duration.ofMillis(millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
