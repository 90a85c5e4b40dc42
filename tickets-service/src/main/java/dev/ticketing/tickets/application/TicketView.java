package dev.ticketing.tickets.application;

import dev.ticketing.events.StripeCurrency;
import dev.ticketing.events.TicketDetails;
import dev.ticketing.events.TicketDetails.Occasion;
import dev.ticketing.tickets.ticket.Listing;
import dev.ticketing.tickets.ticket.Ticket;
import dev.ticketing.tickets.ticket.TicketStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as everyone sees it.
 *
 * @param price in major units
 * @param reservedUntil deadline of the buyer's payment; absent unless it is reserved
 * @param faceValue the price that was printed on it, in major units
 * @param seller only in the response for a single ticket
 */
record TicketView(
        String id,
        String title,
        BigDecimal price,
        String currency,
        String userId,
        TicketStatus status,
        long version,
        Instant createdAt,
        @Nullable Instant reservedUntil,
        @Nullable EventView event,
        @Nullable SeatView seat,
        @Nullable String admission,
        @Nullable BigDecimal faceValue,
        @Nullable List<String> restrictions,
        @Nullable String notes,
        @Nullable SellerView seller) {

    /** The event at the time of the listing; {@code startsAt} has the offset of the venue. */
    record EventView(
            String id,
            String name,
            String venue,
            String city,
            String country,
            OffsetDateTime startsAt,
            String timeZone) {

        static EventView of(Occasion event) {
            return new EventView(
                    event.id(),
                    event.name(),
                    event.venue(),
                    event.city(),
                    event.country(),
                    event.startsAt().atZone(ZoneId.of(event.timeZone())).toOffsetDateTime(),
                    event.timeZone());
        }
    }

    record SeatView(
            @Nullable String section,
            @Nullable String row,
            @Nullable String number) {}

    /**
     * @param since month of the sign-up, such as {@code 2026-03}
     * @param sold how many tickets; at most 1,000 are counted
     */
    record SellerView(String since, long sold) {}

    static TicketView of(Ticket ticket) {
        return of(ticket, ticket.listing(), ticket.status(), ticket.version());
    }

    /** The initial state of every ticket, even if it has changed since: a repeated request gets the first response. */
    static TicketView listed(Ticket ticket, Listing listing) {
        return of(ticket, listing, TicketStatus.AVAILABLE, 0);
    }

    private static TicketView of(Ticket ticket, Listing listing, TicketStatus status, long version) {
        var price = listing.price();
        var details = listing.details() == null
                ? new TicketDetails(null, null, null, null, List.of(), null)
                : listing.details();
        return new TicketView(
                ticket.id(),
                listing.title(),
                price.amount(),
                price.currency(),
                ticket.userId(),
                status,
                version,
                ticket.createdAt(),
                status == TicketStatus.RESERVED ? ticket.reservedUntil() : null,
                details.event() == null ? null : EventView.of(details.event()),
                details.seat() == null
                        ? null
                        : new SeatView(
                                details.seat().section(),
                                details.seat().row(),
                                details.seat().number()),
                details.admission(),
                details.faceValueMinor() == null
                        ? null
                        : StripeCurrency.major(details.faceValueMinor(), price.currency()),
                details.restrictions().isEmpty() ? null : details.restrictions(),
                details.notes(),
                null);
    }

    TicketView by(SellerView soldBy) {
        return new TicketView(
                id,
                title,
                price,
                currency,
                userId,
                status,
                version,
                createdAt,
                reservedUntil,
                event,
                seat,
                admission,
                faceValue,
                restrictions,
                notes,
                soldBy);
    }
}
