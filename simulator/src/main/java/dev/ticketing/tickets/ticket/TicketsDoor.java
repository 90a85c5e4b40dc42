package dev.ticketing.tickets.ticket;

import dev.ticketing.simulator.world.Reply;
import dev.ticketing.web.IdempotencyKey;
import java.util.Optional;
import org.springframework.beans.factory.BeanFactory;

/** The use cases of tickets, as their endpoints call them. */
public final class TicketsDoor {

    private TicketsDoor() {}

    public static Reply list(
            BeanFactory beans, String userId, Optional<IdempotencyKey> key, String title, long priceMinor) {
        var service = beans.getBean(TicketService.class);
        return Reply.of(
                201,
                () -> {
                    var ticket = service.list(userId, key, new Listing(title, new Price(priceMinor, "usd")));
                    return new Reply.Made(ticket.id(), title + " " + priceMinor, null);
                },
                TicketsDoor::status);
    }

    public static Reply edit(BeanFactory beans, String userId, String ticketId, String title, long priceMinor) {
        var service = beans.getBean(TicketService.class);
        return Reply.of(
                200,
                () -> {
                    service.edit(userId, ticketId, IfMatch.of(null), new Listing(title, new Price(priceMinor, "usd")));
                    return Reply.Made.NOTHING;
                },
                TicketsDoor::status);
    }

    public static Reply withdraw(BeanFactory beans, String userId, String ticketId) {
        var service = beans.getBean(TicketService.class);
        return Reply.of(
                204,
                () -> {
                    service.withdraw(userId, ticketId, IfMatch.of(null));
                    return Reply.Made.NOTHING;
                },
                TicketsDoor::status);
    }

    private static int status(RuntimeException e) {
        return switch (e) {
            case TicketNotFound _ -> 404;
            case NotYourTicket _ -> 403;
            case TicketNotForSale _ -> 409;
            case TicketChangedMeanwhile _ -> 412;
            default -> Reply.status(e);
        };
    }
}
