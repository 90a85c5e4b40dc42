package dev.ticketing.web.filter;

import org.springframework.http.HttpStatus;

/** A filter refused the request before it reached a route. */
public final class RefusedRequest extends RuntimeException {

    private final HttpStatus status;
    private final String code;

    RefusedRequest(HttpStatus status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    public HttpStatus status() {
        return status;
    }

    /** Stable kebab-case word. */
    public String code() {
        return code;
    }
}
