package dev.ticketing.tickets.application;

import dev.ticketing.events.StripeCurrency;
import dev.ticketing.events.TicketDetails;
import dev.ticketing.events.TicketDetails.Seat;
import dev.ticketing.tickets.ticket.Listing;
import dev.ticketing.tickets.ticket.Ticket;
import dev.ticketing.tickets.ticket.TicketStatus;
import dev.ticketing.web.output.OccasionView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as everyone sees it.
 *
 * @param price in major units
 * @param reservedUntil deadline of the buyer's payment; absent unless it is reserved
 * @param faceValue the printed price, in major units
 * @param delivery {@code instant} if the content is attached, else {@code after-sale}
 * @param deliveredAt when the buyer first opened the content; only for the seller
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
        @Nullable OccasionView event,
        @Nullable Seat seat,
        @Nullable String admission,
        @Nullable BigDecimal faceValue,
        @Nullable List<String> restrictions,
        @Nullable String notes,
        String delivery,
        @Nullable Instant deliveredAt,
        @Nullable SellerView seller) {

    /**
     * @param since month of the sign-up, such as {@code 2026-03}
     * @param sold how many tickets; at most 1,000 are counted
     */
    record SellerView(String since, long sold) {}

    static TicketView of(Ticket ticket) {
        return of(ticket, null, null);
    }

    static TicketView of(Ticket ticket, SellerView seller) {
        return of(ticket, null, seller);
    }

    static TicketView ofOwn(Ticket ticket) {
        var content = ticket.content();
        return of(ticket, content == null ? null : content.deliveredAt(), null);
    }

    private static TicketView of(Ticket ticket, @Nullable Instant deliveredAt, @Nullable SellerView seller) {
        return of(
                ticket,
                ticket.listing(),
                ticket.status(),
                ticket.version(),
                ticket.content() != null,
                deliveredAt,
                seller);
    }

    /** The initial state of every ticket, even if it has changed since: a repeated request gets the first response. */
    static TicketView listed(Ticket ticket, Listing listing) {
        return of(ticket, listing, TicketStatus.AVAILABLE, 0, false, null, null);
    }

    private static TicketView of(
            Ticket ticket,
            Listing listing,
            TicketStatus status,
            long version,
            boolean hasContent,
            @Nullable Instant deliveredAt,
            @Nullable SellerView seller) {
        var price = listing.price();
        var details = Objects.requireNonNullElse(listing.details(), TicketDetails.NONE);
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
                OccasionView.of(details.event()),
                details.seat(),
                details.admission(),
                details.faceValueMinor() == null
                        ? null
                        : StripeCurrency.major(details.faceValueMinor(), price.currency()),
                details.restrictions().isEmpty() ? null : details.restrictions(),
                details.notes(),
                hasContent ? "instant" : "after-sale",
                deliveredAt,
                seller);
    }
}
