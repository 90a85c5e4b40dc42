package dev.ticketing.web.problem;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import tools.jackson.databind.json.JsonMapper;

/**
 * Problem details (RFC 9457) with our two members: {@code code}, a stable kebab-case word for programs, and
 * {@code errors}, at least one {@code {message, field?}} for people.
 */
public final class Problems {

    static final String CODE = "code";
    public static final String ERRORS = "errors";
    static final String TRACE_ID = "traceId";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();

    private static final URI UNTYPED = URI.create("about:blank");
    /** Characters of a path (RFC 3986). No group is repeated, because such a match recurses. */
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9/._~!$&'()*+,;=:@%-]*");

    private static final Pattern NOT_ENCODED = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /** @param field name of the invalid part of the input */
    public record Error(@Nullable String message, @Nullable String field) {}

    private Problems() {}

    /** @param detail shown to people unchanged */
    public static ProblemDetail of(HttpStatus status, String code, @Nullable String detail) {
        return of(status, code, detail, List.of(new Error(detail, null)));
    }

    public static ProblemDetail of(HttpStatus status, String code, @Nullable String detail, List<Error> errors) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty(CODE, code);
        problem.setProperty(ERRORS, errors);
        return problem;
    }

    /** 400 for one field. */
    public static ProblemDetail invalid(String field, @Nullable String message) {
        return of(HttpStatus.BAD_REQUEST, "validation-failed", message, List.of(new Error(message, field)));
    }

    /** Of a refusal that is known by its status only, outside of a trace. */
    public static ProblemDetail plain(HttpStatusCode status, String path) {
        return complete(ProblemDetail.forStatus(status), path, TraceIds.random());
    }

    public static String json(ProblemDetail problem) {
        return JSON.writeValueAsString(problem);
    }

    static @Nullable Object property(ProblemDetail problem, String name) {
        return problem.getProperties() == null ? null : problem.getProperties().get(name);
    }

    /** Adds the members that every problem has. */
    static ProblemDetail complete(ProblemDetail problem, String path, String traceId) {
        var properties = problem.getProperties();
        if (properties == null || !properties.containsKey(CODE)) {
            var title = String.valueOf(problem.getTitle());
            problem.setProperty(CODE, title.toLowerCase(Locale.ROOT).replace(' ', '-'));
            problem.setProperty(
                    ERRORS, List.of(new Error(problem.getDetail() == null ? title : problem.getDetail(), null)));
        }
        if (problem.getType() == null) {
            problem.setType(UNTYPED);
        }
        problem.setInstance(URI.create(wellFormed(path)));
        problem.setProperty(TRACE_ID, traceId);
        return problem;
    }

    /** The requested path, up to the first character that is not valid in a path. */
    static String wellFormed(String path) {
        var matcher = PATH.matcher(path == null ? "" : path);
        matcher.lookingAt();
        var legal = matcher.group();
        var cut = NOT_ENCODED.matcher(legal);
        var found = cut.find() ? legal.substring(0, cut.start()) : legal;
        return found.startsWith("/") && !found.startsWith("//") ? found : "/";
    }
}
