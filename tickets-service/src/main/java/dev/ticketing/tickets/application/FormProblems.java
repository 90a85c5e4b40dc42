package dev.ticketing.tickets.application;

import dev.ticketing.tickets.input.InvalidForm;
import dev.ticketing.tickets.listing.PriceAboveCap;
import dev.ticketing.tickets.listing.UnsupportedCurrency;
import dev.ticketing.web.problem.Problems;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The violations of forms, the same on every route. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class FormProblems {

    private static final String CURRENCY = "currency";

    @ExceptionHandler
    ProblemDetail on(InvalidForm e) {
        var errors = e.broken().stream()
                .map(input -> new Problems.Error(input.getMessage(), input.field()))
                .toList();
        var code = e.broken().stream().allMatch(input -> input.field().equals(CURRENCY))
                ? UnsupportedCurrency.CODE
                : "validation-failed";
        return Problems.of(HttpStatus.BAD_REQUEST, code, e.getMessage(), errors);
    }

    @ExceptionHandler
    ProblemDetail on(UnsupportedCurrency e) {
        var errors = List.of(new Problems.Error(e.getMessage(), CURRENCY));
        return Problems.of(HttpStatus.BAD_REQUEST, UnsupportedCurrency.CODE, e.getMessage(), errors);
    }

    @ExceptionHandler
    ProblemDetail on(PriceAboveCap e) {
        var errors = List.of(new Problems.Error(e.getMessage(), "price"));
        var problem = Problems.of(HttpStatus.BAD_REQUEST, "price-above-cap", e.getMessage(), errors);
        problem.setProperty("maximum", e.maximum());
        return problem;
    }
}
