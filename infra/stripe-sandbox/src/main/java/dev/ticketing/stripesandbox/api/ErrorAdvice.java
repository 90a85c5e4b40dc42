package dev.ticketing.stripesandbox.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Converts the exceptions of routes to Stripe's error JSON. */
@RestControllerAdvice
class ErrorAdvice {

    private static final Logger log = LoggerFactory.getLogger(ErrorAdvice.class);

    @ExceptionHandler
    void on(StripeError error, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ErrorAnswer.write(error, request, response);
    }

    @ExceptionHandler({NoResourceFoundException.class, HttpRequestMethodNotSupportedException.class})
    void unknownRoute(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var message =
                "Unrecognized request URL (%s: %s). The Stripe sandbox knows only the part of Stripe's API that its README lists."
                        .formatted(request.getMethod(), request.getRequestURI());
        ErrorAnswer.write(StripeError.notFound(message), request, response);
    }

    @ExceptionHandler({ServletRequestBindingException.class, HttpMessageNotReadableException.class})
    void badRequest(Exception malformed, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ErrorAnswer.write(StripeError.invalid(malformed.getMessage(), null), request, response);
    }

    @ExceptionHandler
    void on(Exception unexpected, HttpServletRequest request, HttpServletResponse response) throws IOException {
        log.error("method={} path={} failed", request.getMethod(), request.getRequestURI(), unexpected);
        var error = StripeError.server(500, "An unknown error occurred in the Stripe sandbox.");
        ErrorAnswer.write(error, request, response);
    }
}
