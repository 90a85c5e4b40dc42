package dev.ticketing.tickets.pass;

import dev.ticketing.tickets.content.ContentService;
import dev.ticketing.tickets.ticket.Ticket;
import dev.ticketing.tickets.ticket.TicketNotFound;
import dev.ticketing.tickets.ticket.Tickets;
import dev.ticketing.web.session.CurrentUser;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/tickets/:id/ticket.pdf} and {@code .ics}, for its buyer. */
@RestController
@RequestMapping("/api/tickets/{id}")
class PassController {

    private static final MediaType CALENDAR =
            new MediaType("text", "calendar", java.nio.charset.StandardCharsets.UTF_8);

    private final Tickets tickets;
    private final ContentService contents;

    PassController(Tickets tickets, ContentService contents) {
        this.tickets = tickets;
        this.contents = contents;
    }

    @GetMapping("/ticket.pdf")
    ResponseEntity<byte[]> page(CurrentUser user, @PathVariable String id) {
        var ticket = boughtBy(user, id);
        return answer(
                MediaType.APPLICATION_PDF, id + ".pdf", TicketPage.of(ticket, contents.codeFor(user.id(), ticket)));
    }

    /** 404 also for a ticket without an event: it has no date. */
    @GetMapping("/ticket.ics")
    ResponseEntity<byte[]> entry(CurrentUser user, @PathVariable String id) {
        var ticket = boughtBy(user, id);
        var entry = CalendarEntry.of(ticket).orElseThrow(() -> new TicketNotFound(id));
        return answer(CALENDAR, id + ".ics", entry);
    }

    private Ticket boughtBy(CurrentUser user, String id) {
        return tickets.findById(id)
                .filter(ticket -> ticket.isBoughtBy(user.id()))
                .orElseThrow(() -> new TicketNotFound(id));
    }

    private static ResponseEntity<byte[]> answer(MediaType type, String name, byte[] body) {
        var stored = ContentDisposition.attachment().filename("ticket-" + name).build();
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, stored.toString())
                .body(body);
    }
}
