package dev.ticketing.client.web.ticket;

import dev.ticketing.client.api.TicketsApi;
import dev.ticketing.web.session.CurrentUser;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /selling}: a seller's own tickets, and their totals. */
@Controller
class SellingController {

    /** In the order of a ticket's life. */
    private static final List<String> STATUSES = List.of("available", "reserved", "sold", "withdrawn", "ended");

    private final TicketsApi tickets;

    SellingController(TicketsApi tickets) {
        this.tickets = tickets;
    }

    @GetMapping("/selling")
    ModelAndView list(
            CurrentUser user,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(required = false) String cursor) {
        var shown = STATUSES.contains(status) ? status : STATUSES.getFirst();
        var found = tickets.selling(shown, cursor);
        return new ModelAndView("ticket/selling")
                .addObject("tickets", found.items())
                .addObject("next", found.next())
                .addObject("status", shown)
                .addObject("groups", SellingGroup.all(STATUSES, tickets.sellingTotals()));
    }
}
