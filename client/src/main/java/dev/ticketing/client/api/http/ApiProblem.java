package dev.ticketing.client.api.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/** A service refused a request, with the reason (RFC 9457). */
public final class ApiProblem extends RuntimeException {

    /** @param field name of the invalid part of the input */
    public record Error(@Nullable String message, @Nullable String field) {}

    private final HttpStatusCode status;
    private final String code;
    private final @Nullable String declineCode;
    private final List<Error> errors;

    /** @param code stable kebab-case word */
    public ApiProblem(HttpStatusCode status, String code, @Nullable String detail, List<Error> errors) {
        this(status, code, null, detail, errors);
    }

    /** @param declineCode Stripe's reason for declining the card */
    public ApiProblem(
            HttpStatusCode status,
            String code,
            @Nullable String declineCode,
            @Nullable String detail,
            List<Error> errors) {
        super(detail);
        this.status = status;
        this.code = code;
        this.declineCode = declineCode;
        this.errors = List.copyOf(errors);
    }

    public HttpStatusCode status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** Stripe's reason for declining the card. */
    public @Nullable String declineCode() {
        return declineCode;
    }

    /** At least one. */
    public List<Error> errors() {
        return errors.isEmpty() ? List.of(new Error(getMessage(), null)) : errors;
    }

    public boolean is(int status) {
        return this.status.value() == status;
    }
}
