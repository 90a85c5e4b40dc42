package dev.ticketing.client.web.search;

import dev.ticketing.client.api.Event;
import dev.ticketing.client.api.EventsApi;
import dev.ticketing.client.api.Ticket;
import dev.ticketing.client.api.TicketsApi;
import dev.ticketing.client.api.http.Page;
import dev.ticketing.client.web.cache.PageSettings;
import dev.ticketing.client.web.cache.TicketNews;
import dev.ticketing.web.cache.MicroCache;
import org.springframework.stereotype.Component;

/** Search results, which are the same for everyone and cached for a moment. */
@Component
class Found {

    private final TicketsApi tickets;
    private final EventsApi events;
    private final MicroCache<Page<Ticket>> foundTickets;
    private final MicroCache<Page<Event>> foundEvents;

    Found(TicketsApi tickets, EventsApi events, TicketNews news, PageSettings settings) {
        this.tickets = tickets;
        this.events = events;
        this.foundTickets = new MicroCache<>(news::count, settings.keep());
        this.foundEvents = new MicroCache<>(news::count, settings.keep());
    }

    /** Those without an event. */
    Page<Ticket> tickets(HomeSearch search) {
        var wanted = search.ofTickets();
        return search.showsTickets() ? foundTickets.get(wanted, () -> tickets.search(wanted)) : Page.empty();
    }

    /** Those with tickets for sale, soonest first. */
    Page<Event> events(HomeSearch search) {
        var wanted = search.ofEvents();
        return search.showsEvents() ? foundEvents.get(wanted, () -> events.search(wanted)) : Page.empty();
    }
}
