package dev.ticketing.tickets.listing;

import dev.ticketing.events.TicketDetails.Occasion;
import dev.ticketing.tickets.event.ListedEvent;
import dev.ticketing.tickets.event.ListedEvents;
import dev.ticketing.web.input.Currencies;
import dev.ticketing.web.input.InvalidInput;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What a listing is checked against. */
@Component
public class ListingRules {

    private final Currencies currencies;
    private final PriceCaps caps;
    private final ListedEvents events;
    private final Clock clock;

    ListingRules(Currencies currencies, ListingSettings settings, ListedEvents events, Clock clock) {
        this.currencies = currencies;
        this.caps = PriceCaps.of(settings.priceCaps());
        this.events = events;
        this.clock = clock;
    }

    Currencies currencies() {
        return currencies;
    }

    PriceCaps caps() {
        return caps;
    }

    /** @throws InvalidInput if it does not exist, or has begun */
    Occasion event(String id) {
        var occasion = events.findById(id.toLowerCase(Locale.ROOT))
                .map(ListedEvent::occasion)
                .orElseThrow(() -> new InvalidInput("eventId", "eventId must be the id of an event"));
        if (!occasion.startsAt().isAfter(clock.instant())) {
            throw new InvalidInput("eventId", "eventId must be the id of an event that has not begun");
        }
        return occasion;
    }
}
