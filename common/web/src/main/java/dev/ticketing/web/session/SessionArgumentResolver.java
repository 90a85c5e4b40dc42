package dev.ticketing.web.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controller methods their {@link CurrentUser} or {@link Session}, plain (401 when there is none) or optional. */
public final class SessionArgumentResolver implements HandlerMethodArgumentResolver {

    private final SessionVerifier verifier;

    public SessionArgumentResolver(SessionVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        var type = parameter.nestedIfOptional().getNestedParameterType();
        return type == CurrentUser.class || type == Session.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var session = verifier.sessionOf(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
        var wanted = parameter.nestedIfOptional().getNestedParameterType() == Session.class
                ? session
                : session.map(Session::user);
        return parameter.getParameterType() == Optional.class ? wanted : wanted.orElseThrow(NotSignedIn::new);
    }
}
