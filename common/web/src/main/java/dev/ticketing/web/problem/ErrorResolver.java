package dev.ticketing.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;

/**
 * Calls the handler of an exception and does nothing else. Spring's own resolver then searches the exception's message
 * for signs of a lost connection, only for its debug log. It first converts the message to lower case. The message
 * contains refused values, and for letters such as {@code İ} the time grows with the square of the length.
 */
public final class ErrorResolver extends ExceptionHandlerExceptionResolver {

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        return shouldApplyTo(request, handler) ? doResolveException(request, response, handler, e) : null;
    }
}
