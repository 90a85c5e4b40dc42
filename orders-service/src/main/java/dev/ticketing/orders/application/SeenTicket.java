package dev.ticketing.orders.application;

import dev.ticketing.events.StripeCurrency;
import dev.ticketing.orders.ticket.Ticket;
import dev.ticketing.web.input.InvalidInput;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;

/**
 * The state of the ticket that the buyer saw.
 *
 * @param price in major units; empty if the request does not contain it
 * @param version of the ticket, the latest if there are several; empty if the request does not contain it
 */
record SeenTicket(Optional<BigDecimal> price, Optional<Long> version) {

    private static final Pattern VERSION = Pattern.compile("\\d{1,18}");

    /**
     * @param ifMatch header with the {@code ETag} of the ticket
     * @param price in major units
     */
    static SeenTicket of(@Nullable String ifMatch, @Nullable BigDecimal price) {
        return new SeenTicket(
                Optional.ofNullable(price), Optional.ofNullable(ifMatch).flatMap(SeenTicket::version));
    }

    private static Optional<Long> version(String ifMatch) {
        var tags = ETag.parse(ifMatch);
        if (tags.stream().anyMatch(ETag::isWildcard)) {
            return Optional.empty();
        }
        return Optional.of(tags.stream()
                .map(ETag::tag)
                .filter(VERSION.asMatchPredicate())
                .map(Long::valueOf)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new InvalidInput("If-Match", "must be the ETag of the ticket, such as \"3\"")));
    }

    /** Whether the buyer saw a version that has not arrived here. */
    boolean isAheadOf(Ticket ticket) {
        return version.filter(seen -> seen > ticket.version()).isPresent();
    }

    /** @throws PriceChanged if the price of the ticket has changed */
    void requireStill(Ticket ticket) {
        var now = StripeCurrency.major(ticket.priceMinor(), ticket.currency());
        if (price.isPresent()
                ? price.get().compareTo(now) != 0
                : version.filter(ticket::isEditedSince).isPresent()) {
            throw new PriceChanged(ticket.id(), price, now, ticket.currency());
        }
    }
}
