package dev.ticketing.client.web.site;

import dev.ticketing.web.problem.Problems;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * One page for all errors, with a fitting text; also for refusals of the container itself. Under {@code /api} programs
 * read the answers, and an error is a problem.
 */
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
        var path = path(request);
        if (isOfApi(path)) {
            return problem(Problems.plain(status, path));
        }
        return new ModelAndView("error", visitor.model(request), status)
                .addObject("status", status.value())
                .addObject("wording", wording(status.value()));
    }

    static boolean isOfApi(@Nullable String path) {
        return path != null && path.startsWith("/api/");
    }

    /** The requested path, also while the container dispatches to the error page. */
    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String refused
                ? refused
                : request.getRequestURI();
    }

    private static ModelAndView problem(ProblemDetail problem) {
        return new ModelAndView((model, request, response) -> {
            response.setStatus(problem.getStatus());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(Problems.json(problem).getBytes(StandardCharsets.UTF_8));
        });
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
