package dev.ticketing.tickets.pass;

import dev.ticketing.events.TicketDetails.Occasion;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** An event as iCalendar (RFC 5545), in the zone of its venue. */
final class CalendarEntry {

    private CalendarEntry() {}

    /** @param id of the ticket or the event */
    static byte[] of(String id, Occasion event) {
        return calendar(id, event).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Calendar calendar(String id, Occasion event) {
        var start = event.startsAt().atZone(ZoneId.of(event.timeZone()));
        var entry = new VEvent(start, event.name());
        entry.add(new Uid(id + "@ticketing.dev"));
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
