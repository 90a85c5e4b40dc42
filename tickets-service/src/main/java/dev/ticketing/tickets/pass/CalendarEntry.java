package dev.ticketing.tickets.pass;

import dev.ticketing.events.TicketDetails.Occasion;
import dev.ticketing.tickets.ticket.Ticket;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Optional;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** The event of a ticket as iCalendar (RFC 5545), in the zone of its venue. */
final class CalendarEntry {

    private CalendarEntry() {}

    /** Empty if the ticket is for no event. */
    static Optional<byte[]> of(Ticket ticket) {
        return Optional.ofNullable(ticket.occasion())
                .map(event -> of(ticket.id(), event).toString())
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private static Calendar of(String ticketId, Occasion event) {
        var start = event.startsAt().atZone(ZoneId.of(event.timeZone()));
        var entry = new VEvent(start, event.name());
        entry.add(new Uid(ticketId + "@ticketing.dev"));
        entry.add(new Location(event.venue() + ", " + event.city()));
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Ticketing//Tickets//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        var zone = TimeZoneRegistryFactory.getInstance().createRegistry().getTimeZone(event.timeZone());
        if (zone != null) {
            calendar.add(zone.getVTimeZone());
        }
        calendar.add(entry);
        return calendar;
    }
}
