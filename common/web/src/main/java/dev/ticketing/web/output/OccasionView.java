package dev.ticketing.web.output;

import dev.ticketing.events.TicketDetails.Occasion;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The event of a ticket, as it was when the ticket was listed.
 *
 * @param startsAt with the offset of the venue
 * @param timeZone IANA name
 */
public record OccasionView(
        String id, String name, String venue, String city, String country, OffsetDateTime startsAt, String timeZone) {

    /** Nothing for a ticket without an event. */
    public static @Nullable OccasionView of(@Nullable Occasion event) {
        return event == null
                ? null
                : new OccasionView(
                        event.id(),
                        event.name(),
                        event.venue(),
                        event.city(),
                        event.country(),
                        event.startsAt().atZone(ZoneId.of(event.timeZone())).toOffsetDateTime(),
                        event.timeZone());
    }
}
