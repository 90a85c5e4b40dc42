package dev.ticketing.web.idempotency;

/**
 * The header {@code Idempotency-Key} of a POST, by which a client marks the repetitions of one request: 1 to 255 visible ASCII
 * characters (400 otherwise). A parameter {@code Optional<IdempotencyKey>} of a controller method receives it, also before
 * the body.
 *
 * @param route method and pattern; keys of different routes are unrelated
 */
public record IdempotencyKey(String value, String route) {

    /**
     * The key as one of this user's.
     *
     * @param body what the request asks for: its bound body, or a part without secrets
     */
    public RequestKey of(String userId, Object body) {
        return new RequestKey(userId + ":" + route + ":" + value, Fingerprint.of(body));
    }
}
