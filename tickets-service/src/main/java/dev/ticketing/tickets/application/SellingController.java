package dev.ticketing.tickets.application;

import dev.ticketing.tickets.ticket.Price;
import dev.ticketing.tickets.ticket.Ticket;
import dev.ticketing.tickets.ticket.TicketStatus;
import dev.ticketing.web.input.Paging;
import dev.ticketing.web.session.CurrentUser;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/tickets/mine}: a seller's own tickets of every status. */
@RestController
@RequestMapping("/api/tickets/mine")
class SellingController {

    private final Selling selling;

    SellingController(Selling selling) {
        this.selling = selling;
    }

    /** @param status the wanted ones, repeated or separated by commas; all if absent */
    @GetMapping
    ResponseEntity<List<TicketView>> list(
            CurrentUser user, @RequestParam(defaultValue = "") List<String> status, Paging paging) {
        var statuses = status.stream()
                .filter(word -> !word.isBlank())
                .map(TicketStatus::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TicketStatus.class)));
        var wanted = statuses.isEmpty() ? EnumSet.allOf(TicketStatus.class) : statuses;
        var page = paging.answer(selling.find(user.id(), wanted, paging), TicketView::ofOwn, Ticket::id);
        return ResponseEntity.ok()
                .headers(page.getHeaders())
                .cacheControl(CacheControl.noStore())
                .body(page.getBody());
    }

    /** @param sum of the prices, in major units */
    record TotalView(TicketStatus status, String currency, long count, BigDecimal sum) {}

    /** By status and currency. Combinations without tickets are omitted. */
    @GetMapping("/totals")
    ResponseEntity<List<TotalView>> totals(CurrentUser user) {
        var totals = selling.totals(user.id()).stream()
                .sorted(Comparator.comparing(Selling.Total::status).thenComparing(Selling.Total::currency))
                .map(SellingController::view)
                .toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(totals);
    }

    private static TotalView view(Selling.Total total) {
        var sum = new Price(total.sumMinor(), total.currency()).amount();
        return new TotalView(total.status(), total.currency(), total.count(), sum);
    }
}
