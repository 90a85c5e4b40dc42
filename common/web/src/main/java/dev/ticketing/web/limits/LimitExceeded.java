package dev.ticketing.web.limits;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An account or a client has reached a limit. The response is 429 with {@code Retry-After} and the fields of
 * draft-ietf-httpapi-ratelimit-headers.
 */
public class LimitExceeded extends RuntimeException {

    private final String code;
    private final String policy;
    private final int quota;
    private final @Nullable Duration window;
    private final Duration wait;

    /**
     * @param policy name of the limit
     * @param window of the quota; absent for a limit on what exists at the same time
     * @param wait how long it takes until another attempt may succeed
     */
    public LimitExceeded(
            String code, String message, String policy, int quota, @Nullable Duration window, Duration wait) {
        super(message);
        this.code = code;
        this.policy = policy;
        this.quota = quota;
        this.window = window;
        this.wait = wait;
    }

    static LimitExceeded of(Quota quota, Duration wait) {
        return new LimitExceeded(
                "too-many-" + quota.of(),
                "Too many " + quota.of().replace('-', ' ') + ". Try again later.",
                quota.policy(),
                quota.limit().quota(),
                quota.limit().window(),
                wait);
    }

    /** Problem code. */
    public String code() {
        return code;
    }

    /** Value of {@code Retry-After}: whole seconds, rounded up, so that a retry is not too early. */
    public long seconds() {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }

    /** Value of {@code RateLimit}. */
    public String rateLimit() {
        return "\"" + policy + "\";r=0;t=" + seconds();
    }

    /** Value of {@code RateLimit-Policy}. */
    public String rateLimitPolicy() {
        return "\"" + policy + "\";q=" + quota + (window == null ? "" : ";w=" + window.toSeconds());
    }
}
