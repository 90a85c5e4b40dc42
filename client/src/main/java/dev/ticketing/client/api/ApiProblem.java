package dev.ticketing.client.api;

import java.util.List;
import org.springframework.http.HttpStatusCode;

/** A service said no, and why (RFC 9457). */
public final class ApiProblem extends RuntimeException {

    /** @param field name of the part of the input that is wrong, or {@code null} */
    public record Error(String message, String field) {}

    private final HttpStatusCode status;
    private final String code;
    private final List<Error> errors;

    /** @param code stable kebab-case word */
    public ApiProblem(HttpStatusCode status, String code, String detail, List<Error> errors) {
        super(detail);
        this.status = status;
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    public HttpStatusCode status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** At least one. */
    public List<Error> errors() {
        return errors.isEmpty() ? List.of(new Error(getMessage(), null)) : errors;
    }

    public boolean is(int status) {
        return this.status.value() == status;
    }
}
