package dev.ticketing.client.web.live;

import dev.ticketing.client.api.OrdersApi;
import dev.ticketing.web.CurrentUser;
import dev.ticketing.web.InvalidInput;
import dev.ticketing.web.NotSignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * {@code /live?tickets=…&order=…}: what becomes of what a page shows. As server-sent events while the page is open, or, asked
 * for as JSON, what has become of it since. The states of tickets are for everybody; of an order hears only its buyer,
 * and only that it has changed.
 */
@RestController
@RequestMapping("/live")
class LiveController {

    private final LiveFeed feed;
    private final OrdersApi orders;

    LiveController(LiveFeed feed, OrdersApi orders) {
        this.feed = feed;
        this.orders = orders;
    }

    /** @param since as {@code Last-Event-ID}, for a page that connects anew instead of reconnecting */
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(
            Optional<CurrentUser> user,
            @RequestParam(defaultValue = "") List<String> tickets,
            @RequestParam(required = false) String order,
            @RequestParam(required = false) String since,
            @RequestHeader(name = "Last-Event-ID", required = false) String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var interest = interest(user, tickets, order);
        var stream = new LiveStream(Thread::startVirtualThread);
        var isRead = request.getMethod().equals("GET"); // what answers HEAD has no body, and would never end
        var known = Place.of(lastEventId).or(() -> Place.of(since)).orElse(null);
        if (isRead && !feed.hub().open(stream, interest, known)) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader("X-Accel-Buffering", "no");
        if (isRead) {
            begin(stream, request);
        }
    }

    private void begin(LiveStream stream, HttpServletRequest request) throws IOException {
        try {
            stream.begin(request.startAsync(), () -> feed.hub().close(stream));
        } catch (IOException | RuntimeException e) {
            feed.hub().close(stream);
            throw e;
        }
    }

    /** The same for browsers that no stream reaches; they ask now and then. */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> now(
            Optional<CurrentUser> user,
            @RequestParam(defaultValue = "") List<String> tickets,
            @RequestParam(required = false) String order,
            @RequestParam(required = false) String since) {
        var interest = interest(user, tickets, order);
        var missed = feed.hub().missed(interest, Place.of(since).orElse(null));
        var reset = missed.isForgotten() || !feed.isCurrent();
        var changes = missed.changes().stream()
                .map(change -> "{\"kind\":\"" + change.kind() + "\",\"change\":" + change.json() + "}")
                .collect(Collectors.joining(",", "[", "]"));
        return ResponseEntity.ok()
                .eTag("\"" + (reset ? "reset" : DigestUtils.md5DigestAsHex(changes.getBytes(StandardCharsets.UTF_8)))
                        + "\"")
                .body("{\"since\":\"" + missed.place() + "\",\"reset\":" + reset + ",\"changes\":" + changes + "}");
    }

    private Interest interest(Optional<CurrentUser> user, List<String> tickets, String order) {
        var interest = Interest.of(tickets, order);
        if (interest.order() != null) {
            if (user.isEmpty()) {
                throw new NotSignedIn();
            }
            orders.find(interest.order()); // refuses another person's
        }
        return interest;
    }

    @ExceptionHandler
    ResponseEntity<Void> on(InvalidInput e) {
        return ResponseEntity.badRequest().build();
    }

    /** Not to the sign-in page: nobody would see it. */
    @ExceptionHandler
    ResponseEntity<Void> on(NotSignedIn e) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
