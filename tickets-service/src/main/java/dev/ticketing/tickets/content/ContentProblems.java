package dev.ticketing.tickets.content;

import dev.ticketing.tickets.file.RefusedFile;
import dev.ticketing.web.problem.Problems;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The refusals of contents. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ContentProblems {

    private static final String RETRY_AFTER_SECONDS = "5";

    @ExceptionHandler
    ProblemDetail on(RefusedFile e) {
        var errors = List.of(new Problems.Error(e.getMessage(), "file"));
        return Problems.of(HttpStatus.BAD_REQUEST, "file-refused", e.getMessage(), errors);
    }

    @ExceptionHandler
    ProblemDetail on(ContentNotFound e) {
        return Problems.of(HttpStatus.NOT_FOUND, "content-not-found", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(TicketListedAlready e) {
        return Problems.of(HttpStatus.CONFLICT, "ticket-listed-already", e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(FileReader.Busy e) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .body(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "busy", e.getMessage()));
    }
}
