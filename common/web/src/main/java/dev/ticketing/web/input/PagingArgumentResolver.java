package dev.ticketing.web.input;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Provides {@link Paging} parameters of controller methods. */
public final class PagingArgumentResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Paging.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return new Paging(limit(request.getParameter("limit")), cursor(request.getParameter("cursor")));
    }

    /** A form also sends empty fields. */
    private static @Nullable String cursor(@Nullable String given) {
        return given == null || given.isEmpty() ? null : given;
    }

    private static int limit(@Nullable String given) {
        if (given == null || given.isEmpty()) {
            return Paging.DEFAULT_LIMIT;
        }
        try {
            var limit = Integer.parseInt(given);
            if (limit >= 1 && limit <= Paging.MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static InvalidInput invalid() {
        return new InvalidInput("limit", "limit must be a whole number from 1 to " + Paging.MAX_LIMIT);
    }
}
