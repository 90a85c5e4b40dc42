package dev.ticketing.stripesandbox.api;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error in Stripe's format. Its response is stored for the idempotency key only if the operation had begun, which a
 * refused parameter prevents.
 */
public final class StripeError extends RuntimeException {

    private final int status;
    private final boolean begun;
    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** Enough for a log: Spring searches this text, and callers control its length. */
    private static final int LONGEST_IN_LOG = 200;

    private StripeError(int status, String type, boolean begun, String message) {
        super(message.substring(0, Math.min(message.length(), LONGEST_IN_LOG)));
        this.status = status;
        this.begun = begun;
        with("type", type).with("message", message);
    }

    public static StripeError missing(String param) {
        return invalid("Missing required param: " + param + ".", param, "parameter_missing");
    }

    public static StripeError invalid(String message, String param) {
        return new StripeError(400, "invalid_request_error", false, message).with("param", param);
    }

    public static StripeError invalid(String message, String param, String code) {
        return invalid(message, param).code(code);
    }

    /** A parameter that names a missing object. */
    public static StripeError noSuch(String kind, String id, String param) {
        return new StripeError(404, "invalid_request_error", true, "No such %s: '%s'".formatted(kind, id))
                .with("param", param)
                .code("resource_missing");
    }

    /** The state of an object forbids it. */
    public static StripeError refused(String message) {
        return new StripeError(400, "invalid_request_error", true, message);
    }

    public static StripeError card(String code, String message) {
        return new StripeError(402, "card_error", true, message).code(code);
    }

    public static StripeError unauthorized(String message) {
        return new StripeError(401, "invalid_request_error", false, message);
    }

    public static StripeError notFound(String message) {
        return new StripeError(404, "invalid_request_error", false, message);
    }

    public static StripeError idempotency(int status, String message) {
        return new StripeError(status, "idempotency_error", false, message);
    }

    public static StripeError tooMany() {
        return new StripeError(429, "invalid_request_error", false, "Request rate limit exceeded (sandbox fault).")
                .code("rate_limit");
    }

    public static StripeError server(int status, String message) {
        return new StripeError(status, "api_error", true, message);
    }

    public StripeError code(String code) {
        return with("code", code).with("doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'));
    }

    public StripeError with(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    public Object field(String name) {
        return fields.get(name);
    }

    public int status() {
        return status;
    }

    boolean begun() {
        return begun;
    }

    Map<String, Object> body() {
        return Map.of("error", fields);
    }
}
