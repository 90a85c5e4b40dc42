package dev.ticketing.client.web.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One page for all errors, with a fitting text; also for refusals of the container itself. */
@Controller
class ErrorPages implements ErrorController {

    private final Visitor visitor;

    ErrorPages(Visitor visitor) {
        this.visitor = visitor;
    }

    @RequestMapping("${server.error.path:/error}")
    ModelAndView refused(HttpServletRequest request) {
        var status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return page(request, status == null ? HttpStatus.NOT_FOUND : HttpStatusCode.valueOf(status));
    }

    ModelAndView page(HttpServletRequest request, HttpStatusCode status) {
        return new ModelAndView("error", visitor.model(request), status)
                .addObject("status", status.value())
                .addObject("wording", wording(status.value()));
    }

    private static String wording(int status) {
        return switch (status) {
            case 403 -> "forbidden";
            case 404, 405 -> "not-found";
            case 413, 414 -> "too-large";
            case 431 -> "cookies";
            case 429 -> "too-many";
            case 503 -> "away";
            default -> status < 500 ? "bad-request" : "internal";
        };
    }
}
