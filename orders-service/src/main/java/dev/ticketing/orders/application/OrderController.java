package dev.ticketing.orders.application;

import dev.ticketing.events.StripeCurrency;
import dev.ticketing.events.TicketDetails;
import dev.ticketing.events.TicketDetails.Seat;
import dev.ticketing.orders.order.CancelReason;
import dev.ticketing.orders.order.Order;
import dev.ticketing.orders.order.Order.OrderedTicket;
import dev.ticketing.orders.order.Order.Step;
import dev.ticketing.orders.order.OrderNotCancellable;
import dev.ticketing.orders.order.OrderStatus;
import dev.ticketing.orders.order.OwnTicket;
import dev.ticketing.orders.order.TicketNotForSale;
import dev.ticketing.web.idempotency.IdempotencyKey;
import dev.ticketing.web.input.Paging;
import dev.ticketing.web.limits.ClientNetwork;
import dev.ticketing.web.output.OccasionView;
import dev.ticketing.web.problem.Problems;
import dev.ticketing.web.session.CurrentUser;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/orders}: a buyer's own orders. */
@RestController
@RequestMapping("/api/orders")
class OrderController {

    private final OrderService orders;
    private final Clock clock;

    OrderController(OrderService orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /** @param expectedPrice the price that the buyer saw, in major units */
    record PlaceOrder(
            @NotNull(message = "ticketId is required")
            @Pattern(regexp = "[0-9a-fA-F]{24}", message = "ticketId must be 24 hex digits")
            String ticketId,

            @Digits(integer = 9, fraction = 3, message = "expectedPrice must be a price such as 20.00") @Nullable
            BigDecimal expectedPrice) {}

    @PostMapping
    ResponseEntity<OrderView> place(
            CurrentUser user,
            ClientNetwork client,
            Optional<IdempotencyKey> key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody PlaceOrder body) {
        var seen = SeenTicket.of(ifMatch, body.expectedPrice());
        var order = placed(orders.place(
                user.id(),
                client,
                key.map(given -> given.of(user.id(), body)),
                body.ticketId().toLowerCase(Locale.ROOT),
                seen));
        return ResponseEntity.created(URI.create("/api/orders/" + order.id())).body(order);
    }

    /** @param status the wanted ones, repeated or separated by commas; all if absent */
    @GetMapping
    ResponseEntity<List<OrderView>> list(
            CurrentUser user, @RequestParam(defaultValue = "") List<String> status, Paging paging) {
        var statuses = status.stream()
                .filter(word -> !word.isBlank())
                .map(OrderStatus::of)
                .collect(Collectors.toSet());
        return paging.answer(orders.list(user.id(), statuses, paging), this::view, Order::id);
    }

    @GetMapping("/{id}")
    OrderView find(CurrentUser user, @PathVariable String id) {
        return view(orders.find(user.id(), id));
    }

    @GetMapping("/{id}/ticket.pdf")
    ResponseEntity<Void> page(CurrentUser user, @PathVariable String id) {
        return ofTicket(user, id, "ticket.pdf");
    }

    @GetMapping("/{id}/ticket.ics")
    ResponseEntity<Void> calendarEntry(CurrentUser user, @PathVariable String id) {
        return ofTicket(user, id, "ticket.ics");
    }

    /** tickets-service makes the documents of a ticket, because it has the code (ADR 0038). */
    private ResponseEntity<Void> ofTicket(CurrentUser user, String id, String document) {
        var order = orders.find(user.id(), id);
        if (order.status() != OrderStatus.COMPLETE) {
            throw new OrderNotFound(id);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/api/tickets/" + order.ticket().id() + "/" + document))
                .build();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(CurrentUser user, @PathVariable String id) {
        orders.cancel(user.id(), id);
    }

    /**
     * An order as its buyer sees it.
     *
     * @param serverTime the current time; a countdown to {@code expiresAt} starts from it, not from the browser's
     *     clock
     * @param deliveredAt when the buyer first opened their ticket
     */
    record OrderView(
            String id,
            String userId,
            OrderStatus status,
            Instant expiresAt,
            @Nullable CancelReason cancelReason,
            TicketView ticket,
            List<StepView> history,
            long version,
            Instant createdAt,
            @Nullable Instant deliveredAt,
            Instant serverTime) {}

    /** @param reason only for a cancellation */
    record StepView(
            Instant at, OrderStatus status, @Nullable CancelReason reason) {}

    /**
     * The ticket at the time of the order.
     *
     * @param price in major units, like faceValue
     */
    record TicketView(
            String id,
            String title,
            BigDecimal price,
            String currency,
            long version,
            @Nullable OccasionView event,
            @Nullable Seat seat,
            @Nullable String admission,
            @Nullable BigDecimal faceValue,
            @Nullable List<String> restrictions,
            @Nullable String notes) {

        static TicketView of(OrderedTicket ticket) {
            var details = Objects.requireNonNullElse(ticket.details(), TicketDetails.NONE);
            return new TicketView(
                    ticket.id(),
                    ticket.title(),
                    StripeCurrency.major(ticket.priceMinor(), ticket.currency()),
                    ticket.currency(),
                    ticket.version(),
                    OccasionView.of(details.event()),
                    details.seat(),
                    details.admission(),
                    details.faceValueMinor() == null
                            ? null
                            : StripeCurrency.major(details.faceValueMinor(), ticket.currency()),
                    details.restrictions().isEmpty() ? null : details.restrictions(),
                    details.notes());
        }
    }

    /** The initial state of every order, even if it has changed since: a repeated request gets the first response. */
    private OrderView placed(Order order) {
        return view(
                order,
                OrderStatus.CREATED,
                null,
                order.history().stream().limit(1).toList(),
                0);
    }

    private OrderView view(Order order) {
        return view(order, order.status(), order.cancelReason(), order.history(), order.version());
    }

    private OrderView view(
            Order order, OrderStatus status, @Nullable CancelReason cancelReason, List<Step> history, long version) {
        return new OrderView(
                order.id(),
                order.userId(),
                status,
                order.expiresAt(),
                cancelReason,
                TicketView.of(order.ticket()),
                history.stream()
                        .map(step -> new StepView(step.at(), step.status(), step.reason()))
                        .toList(),
                version,
                order.createdAt(),
                status == OrderStatus.COMPLETE ? order.deliveredAt() : null,
                clock.instant());
    }

    @ExceptionHandler
    ProblemDetail on(TicketNotFound e) {
        return Problems.of(HttpStatus.NOT_FOUND, "ticket-not-found", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(OrderNotFound e) {
        return Problems.of(HttpStatus.NOT_FOUND, "order-not-found", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(OwnTicket e) {
        return Problems.of(HttpStatus.FORBIDDEN, "own-ticket", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(TicketNotForSale e) {
        return Problems.of(HttpStatus.CONFLICT, e.code(), e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(PriceChanged e) {
        var problem = Problems.of(HttpStatus.CONFLICT, "price-changed", e.getMessage());
        e.expected().ifPresent(price -> problem.setProperty("expectedPrice", price));
        problem.setProperty("price", e.price());
        problem.setProperty("currency", e.currency());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail on(OrderNotCancellable e) {
        return Problems.of(HttpStatus.CONFLICT, "order-complete", e.getMessage());
    }
}
