package dev.ticketing.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * Problem details (RFC 9457) with our two members: {@code code}, a stable kebab-case word for programs, and
 * {@code errors}, at least one {@code {message, field?}} for people.
 */
public final class Problems {

    static final String CODE = "code";
    static final String ERRORS = "errors";

    /** @param field name of the part of the input that is wrong, or {@code null} */
    public record Error(String message, String field) {}

    private Problems() {}

    /** @param detail shown to people as it is */
    public static ProblemDetail of(HttpStatus status, String code, String detail) {
        return of(status, code, detail, List.of(new Error(detail, null)));
    }

    public static ProblemDetail of(HttpStatus status, String code, String detail, List<Error> errors) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty(CODE, code);
        problem.setProperty(ERRORS, errors);
        return problem;
    }

    /** 400 for one field. */
    public static ProblemDetail invalid(String field, String message) {
        return of(HttpStatus.BAD_REQUEST, "validation-failed", message, List.of(new Error(message, field)));
    }
}
