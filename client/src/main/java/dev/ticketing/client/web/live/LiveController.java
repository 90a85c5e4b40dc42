package dev.ticketing.client.web.live;

import dev.ticketing.client.api.OrdersApi;
import dev.ticketing.web.input.InvalidInput;
import dev.ticketing.web.limits.ClientNetwork;
import dev.ticketing.web.limits.LimitExceeded;
import dev.ticketing.web.session.CurrentUser;
import dev.ticketing.web.session.NotSignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
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
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /live?tickets=…&order=…&selling}: changes to the subjects of a browser's pages, as server-sent events while
 * they are open, or as JSON since a place. States of tickets are public. Only its buyer receives changes of an order,
 * and only the seller those of their tickets as a whole.
 */
@RestController
@RequestMapping("/live")
class LiveController {

    private static final Duration UNTIL_A_PAGE_IS_CLOSED = Duration.ofSeconds(30);

    private final LiveFeed feed;
    private final StreamsPerClient streams;
    private final OrdersApi orders;
    private final JsonMapper json;

    LiveController(LiveFeed feed, StreamsPerClient streams, OrdersApi orders, JsonMapper json) {
        this.feed = feed;
        this.streams = streams;
        this.orders = orders;
        this.json = json;
    }

    /** The changes since a place in the streams; with a reset, anything may have changed. */
    private record Missed(String since, boolean reset, List<Kind> changes) {

        private record Kind(String kind, Change change) {}
    }

    /** @param since like {@code Last-Event-ID}, for a page that opens a new stream instead of reconnecting */
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(
            Optional<CurrentUser> user,
            @RequestParam(defaultValue = "") List<String> tickets,
            @RequestParam(defaultValue = "") List<String> order,
            @RequestParam(required = false) @Nullable String selling,
            @RequestParam(required = false) @Nullable String since,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var interest = interest(user, tickets, order, selling != null);
        var stream = new LiveStream(Thread::startVirtualThread);
        var isRead = request.getMethod().equals("GET"); // a response to HEAD has no body, and would never end
        var known = Place.of(lastEventId).or(() -> Place.of(since)).orElse(null);
        var client = ClientNetwork.of(request);
        if (isRead) {
            open(stream, client, interest, known);
        }
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader("X-Accel-Buffering", "no");
        if (isRead) {
            begin(stream, client, request);
        }
    }

    private void open(LiveStream stream, ClientNetwork client, Interest interest, @Nullable Place known) {
        if (!streams.take(client)) {
            throw new LimitExceeded(
                    "too-many-streams",
                    "This client has too many open streams.",
                    "streams-by-client",
                    streams.most(),
                    null,
                    UNTIL_A_PAGE_IS_CLOSED);
        }
        if (!feed.hub().open(stream, interest, known)) {
            streams.give(client);
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    private void begin(LiveStream stream, ClientNetwork client, HttpServletRequest request) throws IOException {
        var once = new AtomicBoolean();
        Runnable over = () -> {
            feed.hub().close(stream);
            if (once.compareAndSet(false, true)) {
                streams.give(client);
            }
        };
        try {
            stream.begin(request.startAsync(), over);
        } catch (IOException | RuntimeException e) {
            over.run();
            throw e;
        }
    }

    /** The same for browsers without a stream, which poll, and for those that accept any type. */
    @GetMapping
    ResponseEntity<Missed> now(
            Optional<CurrentUser> user,
            @RequestParam(defaultValue = "") List<String> tickets,
            @RequestParam(defaultValue = "") List<String> order,
            @RequestParam(required = false) @Nullable String selling,
            @RequestParam(required = false) @Nullable String since) {
        var interest = interest(user, tickets, order, selling != null);
        var missed = feed.hub().missed(interest, Place.of(since).orElse(null));
        var reset = missed.isForgotten() || !feed.isCurrent();
        var changes = missed.changes().stream()
                .map(change -> new Missed.Kind(change.kind(), change))
                .toList();
        var tag = reset ? "reset" : DigestUtils.md5DigestAsHex(json.writeValueAsBytes(changes));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .eTag(tag)
                .body(new Missed(missed.place().toString(), reset, changes));
    }

    private Interest interest(Optional<CurrentUser> user, List<String> tickets, List<String> order, boolean selling) {
        var seller = user.filter(who -> selling).map(CurrentUser::id).orElse(null);
        var interest = Interest.of(tickets, order, seller);
        if (user.isEmpty() && (selling || !interest.orders().isEmpty())) {
            throw new NotSignedIn();
        }
        interest.orders().forEach(orders::find); // refuses an order of another person
        return interest;
    }

    @ExceptionHandler
    ResponseEntity<Void> on(LimitExceeded e) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(e.seconds()))
                .header("RateLimit", e.rateLimit())
                .header("RateLimit-Policy", e.rateLimitPolicy())
                .build();
    }

    @ExceptionHandler
    ResponseEntity<Void> on(InvalidInput e) {
        return ResponseEntity.badRequest().build();
    }

    /** Does not redirect to the sign-in page, because no one would see it. */
    @ExceptionHandler
    ResponseEntity<Void> on(NotSignedIn e) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
