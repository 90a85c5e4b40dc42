package dev.ticketing.tickets.application;

import dev.ticketing.tickets.event.EventNotFound;
import dev.ticketing.tickets.ticket.CodeOfAnotherEvent;
import dev.ticketing.tickets.ticket.NotYourTicket;
import dev.ticketing.tickets.ticket.TicketChangedMeanwhile;
import dev.ticketing.tickets.ticket.TicketNotForSale;
import dev.ticketing.tickets.ticket.TicketNotFound;
import dev.ticketing.web.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The refusals of tickets and events, the same on every route. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class TicketProblems {

    @ExceptionHandler
    ProblemDetail on(EventNotFound e) {
        return Problems.of(HttpStatus.NOT_FOUND, "event-not-found", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(TicketNotFound e) {
        return Problems.of(HttpStatus.NOT_FOUND, "ticket-not-found", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(NotYourTicket e) {
        return Problems.of(HttpStatus.FORBIDDEN, "not-your-ticket", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(TicketChangedMeanwhile e) {
        return Problems.of(HttpStatus.PRECONDITION_FAILED, "ticket-changed", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(TicketNotForSale e) {
        return Problems.of(HttpStatus.CONFLICT, e.code(), e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(CodeOfAnotherEvent e) {
        return Problems.of(HttpStatus.CONFLICT, "content-attached", e.getMessage());
    }
}
