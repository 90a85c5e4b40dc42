package dev.ticketing.client.web.order;

import dev.ticketing.client.api.SeenTicket;
import dev.ticketing.client.web.cookie.BrowserNote;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The ticket that a visitor wanted to purchase before signing in, as they saw it. Only the purchase form of this site
 * can store it, so no link makes anyone reserve a ticket.
 */
public final class PurchaseIntent {

    private static final Pattern TICKET_ID = Pattern.compile("[0-9a-f]{24}");

    private PurchaseIntent() {}

    static void keep(SeenTicket ticket, HttpServletRequest request, HttpServletResponse response) {
        if (TICKET_ID.matcher(ticket.id()).matches()) {
            var version = ticket.version().map(String::valueOf).orElse("");
            BrowserNote.PURCHASE.write(
                    ticket.id() + " " + ticket.price().orElse("") + " " + version, request, response);
        }
    }

    /** The ticket, if the visitor continues to its page after signing in. */
    public static Optional<SeenTicket> of(String next, HttpServletRequest request) {
        return BrowserNote.PURCHASE
                .read(request)
                .map(note -> note.split(" ", -1))
                .filter(parts ->
                        parts.length == 3 && TICKET_ID.matcher(parts[0]).matches())
                .filter(parts -> next.equals("/tickets/" + parts[0]))
                .map(parts -> SeenTicket.of(parts[0], parts[1], parts[2]));
    }

    /** Like {@link #of}, once. */
    public static Optional<SeenTicket> take(String next, HttpServletRequest request, HttpServletResponse response) {
        var wanted = of(next, request);
        BrowserNote.PURCHASE.forget(request, response);
        return wanted;
    }
}
