package dev.ticketing.client.web.ticket;

import dev.ticketing.client.api.Ticket;
import dev.ticketing.client.api.TicketsApi;
import dev.ticketing.client.api.http.Page;
import dev.ticketing.client.web.cache.PageSettings;
import dev.ticketing.client.web.cache.TicketNews;
import dev.ticketing.web.cache.MicroCache;
import org.springframework.stereotype.Component;

/** Search results, which are the same for everyone and cached for a moment. */
@Component
class FoundTickets {

    private final TicketsApi tickets;
    private final MicroCache<Page<Ticket>> found;

    FoundTickets(TicketsApi tickets, TicketNews news, PageSettings settings) {
        this.tickets = tickets;
        this.found = new MicroCache<>(news::count, settings.keep());
    }

    Page<Ticket> by(TicketSearch search) {
        return found.get(search.from(search.cursor()), () -> tickets.search(search.parameters()));
    }
}
