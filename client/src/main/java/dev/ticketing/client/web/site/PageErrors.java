package dev.ticketing.client.web.site;

import dev.ticketing.client.api.http.ApiProblem;
import dev.ticketing.client.api.http.ServiceAway;
import dev.ticketing.client.web.form.KeptForm;
import dev.ticketing.client.web.navigation.LocalPath;
import dev.ticketing.client.web.navigation.ReturnAddress;
import dev.ticketing.client.web.navigation.SignInFirst;
import dev.ticketing.web.filter.BodyTooLarge;
import dev.ticketing.web.filter.RefusedRequest;
import dev.ticketing.web.problem.LostConnection;
import dev.ticketing.web.session.NotSignedIn;
import dev.ticketing.web.session.PublicKeys;
import dev.ticketing.web.session.SessionVerifier;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** The pages for all exceptions that no controller handles. */
@ControllerAdvice
class PageErrors {

    private static final Logger log = LoggerFactory.getLogger(PageErrors.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private final ErrorPages pages;
    private final ReturnAddress returnAddress;
    private final SessionVerifier sessions;

    PageErrors(ErrorPages pages, ReturnAddress returnAddress, SessionVerifier sessions) {
        this.pages = pages;
        this.returnAddress = returnAddress;
        this.sessions = sessions;
    }

    @ExceptionHandler
    @Nullable
    ModelAndView on(NotSignedIn e, HttpServletRequest request, HttpServletResponse response) {
        return signIn(request, response);
    }

    @ExceptionHandler
    @Nullable
    ModelAndView on(ApiProblem e, HttpServletRequest request, HttpServletResponse response) {
        if (e.is(401)) {
            return signIn(request, response);
        }
        if (e.status().is5xxServerError()) {
            log.error("path={} problem={}", request.getRequestURI(), e.getMessage());
            return pages.page(request, HttpStatus.INTERNAL_SERVER_ERROR);
        }
        return pages.page(request, e.status());
    }

    /**
     * After signing in, a form is sent again from its page: every form except the purchase is posted to its own page.
     */
    private @Nullable ModelAndView signIn(HttpServletRequest request, HttpServletResponse response) {
        try {
            KeptForm.keep(request, response);
        } catch (RuntimeException e) { // the container reads the form here, and fails
            return on(e, request, response);
        }
        var query = request.getQueryString();
        var isRead = request.getMethod().equals("GET") && query != null;
        var next = returnAddress.shown(request.getRequestURI() + (isRead ? "?" + query : ""));
        // if a service refuses a session that is valid here, the sign-in page must not redirect back at once
        var isValidHere = sessions.sessionOf(request).isPresent();
        return new ModelAndView(
                "redirect:" + (isValidHere ? LocalPath.signInAgainThen(next) : LocalPath.signInThen(next)));
    }

    @ExceptionHandler
    ModelAndView on(SignInFirst e) {
        return new ModelAndView("redirect:" + LocalPath.signInThen(returnAddress.shown(e.next())));
    }

    @ExceptionHandler
    ModelAndView on(ServiceAway e, HttpServletRequest request, HttpServletResponse response) {
        log.warn("{}", e.getMessage());
        return away(request, response, e.service().toString());
    }

    @ExceptionHandler
    ModelAndView on(PublicKeys.Unavailable e, HttpServletRequest request, HttpServletResponse response) {
        log.warn("sessions cannot be verified: {}", e.getMessage());
        return away(request, response, "auth");
    }

    private ModelAndView away(HttpServletRequest request, HttpServletResponse response, String part) {
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return pages.page(request, HttpStatus.SERVICE_UNAVAILABLE).addObject("part", part);
    }

    /** Found by a filter, where no page can be rendered: the container dispatches to the error page. */
    @ExceptionHandler
    void on(RefusedRequest e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        log.info(
                "refused status={} code={} method={} path={}",
                e.status().value(),
                e.code(),
                request.getMethod(),
                request.getRequestURI());
        response.sendError(e.status().value());
    }

    @ExceptionHandler
    void on(BodyTooLarge e, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
    }

    @ExceptionHandler
    @Nullable
    ModelAndView on(Exception e, HttpServletRequest request, HttpServletResponse response) {
        if (e instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            return pages.page(request, known.getStatusCode());
        }
        if (e instanceof HttpException refused && refused.getCode() < 500) {
            // found when the first parameter is read, for example invalid percent-encoding
            return pages.page(request, HttpStatusCode.valueOf(refused.getCode()));
        }
        if (e instanceof TypeMismatchException) {
            return pages.page(request, HttpStatus.BAD_REQUEST);
        }
        if (LostConnection.isCauseOf(e)) {
            return null;
        }
        log.error("path={} unforeseen", request.getRequestURI(), e);
        return pages.page(request, HttpStatus.INTERNAL_SERVER_ERROR);
    }
}
