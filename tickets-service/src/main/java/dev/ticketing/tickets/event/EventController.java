package dev.ticketing.tickets.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ticketing.events.StripeCurrency;
import dev.ticketing.web.idempotency.IdempotencyKey;
import dev.ticketing.web.input.Paging;
import dev.ticketing.web.session.CurrentUser;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/events}: everyone may read events, and signed-in people add them. */
@RestController
@RequestMapping("/api/events")
class EventController {

    private final EventService events;
    private final EventSearch search;

    EventController(EventService events, EventSearch search) {
        this.events = events;
        this.search = search;
    }

    @PostMapping
    ResponseEntity<EventView> add(CurrentUser user, Optional<IdempotencyKey> key, @RequestBody EventForm body) {
        var added = events.add(user.id(), key.map(given -> given.of(user.id(), body)), body);
        var view = view(added.event());
        return added.isNew()
                ? ResponseEntity.created(URI.create("/api/events/" + view.id())).body(view)
                : ResponseEntity.ok(view);
    }

    @GetMapping
    ResponseEntity<List<EventView>> list(@ModelAttribute EventFilter wanted, Paging paging) {
        var page = paging.answer(search.find(wanted, paging), EventController::view, EventSearch::cursorOf);
        return cacheable(Objects.requireNonNull(page.getBody()), page.getHeaders());
    }

    @GetMapping("/{id}")
    ResponseEntity<EventView> find(@PathVariable String id) {
        return cacheable(view(events.find(id)), HttpHeaders.EMPTY);
    }

    private static <T> ResponseEntity<T> cacheable(T body, HttpHeaders headers) {
        var seen = body + String.valueOf(headers.getFirst(HttpHeaders.LINK));
        return ResponseEntity.ok()
                .headers(headers)
                .eTag("\"" + DigestUtils.md5DigestAsHex(seen.getBytes(StandardCharsets.UTF_8)) + "\"")
                .cacheControl(CacheControl.noCache())
                .body(body);
    }

    /**
     * @param startsAt with the offset of the venue
     * @param timeZone IANA name
     */
    record EventView(
            String id,
            String name,
            String venue,
            String city,
            String country,
            OffsetDateTime startsAt,
            String timeZone,
            TicketsView tickets) {}

    /** @param fromPrice the lowest one, in major units; absent if there is no ticket */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TicketsView(
            long forSale,
            @Nullable BigDecimal fromPrice,
            @Nullable String currency) {}

    static EventView view(ListedEvent event) {
        var tally = event.tally();
        var from = tally.fromMinor() == null || tally.currency() == null
                ? null
                : StripeCurrency.major(tally.fromMinor(), tally.currency());
        return new EventView(
                event.id(),
                event.name(),
                event.venue(),
                event.city(),
                event.country(),
                event.start(),
                event.timeZone(),
                new TicketsView(tally.forSale(), from, tally.currency()));
    }
}
