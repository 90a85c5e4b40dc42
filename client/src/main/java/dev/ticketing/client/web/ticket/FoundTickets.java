package dev.ticketing.client.web.ticket;

import dev.ticketing.client.api.Page;
import dev.ticketing.client.api.Ticket;
import dev.ticketing.client.api.TicketsApi;
import dev.ticketing.client.web.live.Momentary;
import dev.ticketing.client.web.live.TicketNews;
import dev.ticketing.client.web.site.PageSettings;
import org.springframework.stereotype.Component;

/** What searches find, which is the same for everybody: asked for once in a moment. */
@Component
class FoundTickets {

    private final TicketsApi tickets;
    private final Momentary<Page<Ticket>> found;

    FoundTickets(TicketsApi tickets, TicketNews news, PageSettings settings) {
        this.tickets = tickets;
        this.found = new Momentary<>(news, settings.keep());
    }

    Page<Ticket> by(TicketSearch search) {
        return found.get(search.from(search.cursor()), () -> tickets.search(search.parameters()));
    }
}
