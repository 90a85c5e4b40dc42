package dev.ticketing.tickets.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Refers to the sealed content of a ticket.
 *
 * @param id of the sealed document
 * @param code fingerprint of the code on the ticket; absent if no code was found in the file
 * @param deliveredAt when the buyer first opened it
 */
public record TicketContent(
        String id,
        @Nullable String code,
        Instant attachedAt,
        @Nullable Instant deliveredAt) {

    TicketContent deliveredAt(Instant now) {
        return new TicketContent(id, code, attachedAt, now);
    }

    TicketContent withoutCode() {
        return new TicketContent(id, null, attachedAt, deliveredAt);
    }
}
