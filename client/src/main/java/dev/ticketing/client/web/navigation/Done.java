package dev.ticketing.client.web.navigation;

import dev.ticketing.client.web.cookie.BrowserNote;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** An action of the visitor that has succeeded; the next page confirms it, once. */
public enum Done {
    CONTENT_ATTACHED,
    CONTENT_REMOVED,
    ORDER_CANCELLED,
    TICKET_LISTED,
    TICKET_SAVED,
    TICKET_WITHDRAWN;

    public void note(HttpServletRequest request, HttpServletResponse response) {
        BrowserNote.DONE.write(name(), request, response);
    }

    /** For a page that the visitor opens; a script that fetches a page in the background takes nothing. */
    public static Optional<Done> take(HttpServletRequest request, HttpServletResponse response) {
        var destination = request.getHeader("Sec-Fetch-Dest");
        if (!request.getMethod().equals("GET") || destination != null && !destination.equals("document")) {
            return Optional.empty();
        }
        var noted = BrowserNote.DONE.read(request);
        BrowserNote.DONE.forget(request, response);
        return noted.flatMap(name ->
                Arrays.stream(values()).filter(done -> done.name().equals(name)).findFirst());
    }

    /** Name of the message. */
    public String key() {
        return "done." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
