package dev.ticketing.web.idempotency;

import dev.ticketing.web.input.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Gives controller methods their {@code Optional<IdempotencyKey>}. */
public final class IdempotencyKeyArgumentResolver implements HandlerMethodArgumentResolver {

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,255}");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Optional.class
                && parameter.nestedIfOptional().getNestedParameterType() == IdempotencyKey.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var given = request.getHeaderValues(HEADER);
        return given == null ? Optional.empty() : Optional.of(key(given, request));
    }

    private static IdempotencyKey key(String[] given, NativeWebRequest request) {
        if (given.length != 1 || !VISIBLE.matcher(given[0]).matches()) {
            throw new InvalidInput(HEADER, HEADER + " must be 1 to 255 visible ASCII characters, and appear once");
        }
        var servlet = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        var pattern = servlet.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return new IdempotencyKey(given[0], servlet.getMethod() + " " + pattern);
    }
}
