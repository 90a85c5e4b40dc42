package dev.ticketing.tickets.pass;

import dev.ticketing.tickets.content.ContentService;
import dev.ticketing.tickets.event.EventService;
import dev.ticketing.tickets.ticket.Ticket;
import dev.ticketing.tickets.ticket.TicketNotFound;
import dev.ticketing.tickets.ticket.Tickets;
import dev.ticketing.web.session.CurrentUser;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Documents of a ticket for its buyer, and the date of an event for everybody. */
@RestController
@RequestMapping("/api")
class PassController {

    private static final MediaType CALENDAR =
            new MediaType("text", "calendar", java.nio.charset.StandardCharsets.UTF_8);

    private final Tickets tickets;
    private final EventService events;
    private final ContentService contents;

    PassController(Tickets tickets, EventService events, ContentService contents) {
        this.tickets = tickets;
        this.events = events;
        this.contents = contents;
    }

    @GetMapping("/tickets/{id}/ticket.pdf")
    ResponseEntity<byte[]> page(CurrentUser user, @PathVariable String id) {
        var ticket = boughtBy(user, id);
        return answer(
                MediaType.APPLICATION_PDF,
                "ticket-" + id + ".pdf",
                TicketPage.of(ticket, contents.codeFor(user.id(), ticket)));
    }

    /** 404 also for a ticket without an event: it has no date. */
    @GetMapping("/tickets/{id}/ticket.ics")
    ResponseEntity<byte[]> entry(CurrentUser user, @PathVariable String id) {
        var ticket = boughtBy(user, id);
        var entry = Optional.ofNullable(ticket.occasion())
                .map(event -> CalendarEntry.of(ticket.id(), event))
                .orElseThrow(() -> new TicketNotFound(id));
        return answer(CALENDAR, "ticket-" + id + ".ics", entry);
    }

    @GetMapping("/events/{id}/event.ics")
    ResponseEntity<byte[]> date(@PathVariable String id) {
        return answer(
                CALENDAR,
                "event-" + id + ".ics",
                CalendarEntry.of(id, events.find(id).occasion()));
    }

    private Ticket boughtBy(CurrentUser user, String id) {
        return tickets.findById(id)
                .filter(ticket -> ticket.isBoughtBy(user.id()))
                .orElseThrow(() -> new TicketNotFound(id));
    }

    private static ResponseEntity<byte[]> answer(MediaType type, String name, byte[] body) {
        var stored = ContentDisposition.attachment().filename(name).build();
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, stored.toString())
                .body(body);
    }
}
