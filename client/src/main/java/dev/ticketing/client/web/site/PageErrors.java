package dev.ticketing.client.web.site;

import dev.ticketing.client.api.ApiProblem;
import dev.ticketing.client.api.ServiceAway;
import dev.ticketing.web.BodyTooLarge;
import dev.ticketing.web.CrossSiteRequest;
import dev.ticketing.web.NotSignedIn;
import dev.ticketing.web.PublicKeys;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** What becomes of everything that a page did not foresee. */
@ControllerAdvice
class PageErrors {

    private static final Logger log = LoggerFactory.getLogger(PageErrors.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private final ErrorPages pages;

    PageErrors(ErrorPages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    ModelAndView on(NotSignedIn e, HttpServletRequest request) {
        return signIn(request);
    }

    @ExceptionHandler
    ModelAndView on(ApiProblem e, HttpServletRequest request) {
        if (e.is(401)) {
            return signIn(request);
        }
        if (e.status().is5xxServerError()) {
            log.error("path={} problem={}", request.getRequestURI(), e.getMessage());
            return pages.page(request, HttpStatus.INTERNAL_SERVER_ERROR);
        }
        return pages.page(request, e.status());
    }

    /** A form is sent again after signing in, by its page: every form but the purchase is posted to its own page. */
    private static ModelAndView signIn(HttpServletRequest request) {
        var query = request.getQueryString();
        var isRead = request.getMethod().equals("GET") && query != null;
        return new ModelAndView(
                "redirect:" + LocalPath.signInThen(request.getRequestURI() + (isRead ? "?" + query : "")));
    }

    @ExceptionHandler
    ModelAndView on(SignInFirst e) {
        return new ModelAndView("redirect:" + LocalPath.signInThen(e.next()));
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

    @ExceptionHandler
    ModelAndView on(MultipartException e, HttpServletRequest request) {
        return pages.page(request, e instanceof ErrorResponse known ? known.getStatusCode() : HttpStatus.BAD_REQUEST);
    }

    /** Found by a filter, where no page is rendered: the container comes back for it. */
    @ExceptionHandler
    void on(CrossSiteRequest e, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.FORBIDDEN.value());
    }

    @ExceptionHandler
    void on(BodyTooLarge e, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
    }

    @ExceptionHandler
    ModelAndView on(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse known) {
            return pages.page(request, known.getStatusCode());
        }
        if (e instanceof HttpException refused && refused.getCode() < 500) {
            // found when the first parameter is read: percent-encoding that is none, and the like
            return pages.page(request, HttpStatusCode.valueOf(refused.getCode()));
        }
        log.error("path={} unforeseen", request.getRequestURI(), e);
        return pages.page(request, HttpStatus.INTERNAL_SERVER_ERROR);
    }
}
