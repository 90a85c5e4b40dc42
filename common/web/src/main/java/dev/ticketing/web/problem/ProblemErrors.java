package dev.ticketing.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Renders the errors of filters, to which no controller advice applies. */
@RestController
public class ProblemErrors implements ErrorController {

    private static final int NOT_FOUND = 404;

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<ProblemDetail> refused(HttpServletRequest request) {
        var given = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = HttpStatusCode.valueOf(given == null ? NOT_FOUND : given);
        return ResponseEntity.status(status).body(ProblemDetail.forStatus(status));
    }
}
