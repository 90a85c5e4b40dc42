package dev.ticketing.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket is for, as its seller describes it.
 *
 * @param event that it admits to
 * @param seat its numbered place
 * @param admission {@code general} or {@code standing}, if it has no numbered place; readers tolerate others
 * @param faceValueMinor the price that was printed on it, in the currency of the ticket
 * @param restrictions words such as {@code restricted-view}; empty if there are none
 * @param notes of the seller, for people
 */
public record TicketDetails(
        @Nullable Occasion event,
        @Nullable Seat seat,
        @Nullable String admission,
        @Nullable Long faceValueMinor,
        List<String> restrictions,
        @Nullable String notes) {

    /** Of a ticket with a title and a price only. */
    public static final TicketDetails NONE = new TicketDetails(null, null, null, null, List.of(), null);

    public TicketDetails {
        restrictions = restrictions == null ? List.of() : List.copyOf(restrictions);
    }

    /**
     * The event that people go to, at the time of the listing.
     *
     * @param country ISO 3166 alpha-2
     * @param timeZone IANA name of the venue's zone
     */
    public record Occasion(
            String id, String name, String venue, String city, String country, Instant startsAt, String timeZone) {
        public Occasion {
            requireNonNull(id, "event.id");
            requireNonNull(name, "event.name");
            requireNonNull(venue, "event.venue");
            requireNonNull(city, "event.city");
            requireNonNull(country, "event.country");
            requireNonNull(startsAt, "event.startsAt");
            requireNonNull(timeZone, "event.timeZone");
        }
    }

    public record Seat(
            @Nullable String section,
            @Nullable String row,
            @Nullable String number) {}
}
