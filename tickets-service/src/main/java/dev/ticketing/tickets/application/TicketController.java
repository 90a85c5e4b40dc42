package dev.ticketing.tickets.application;

import dev.ticketing.tickets.listing.ListingForm;
import dev.ticketing.tickets.listing.ListingRules;
import dev.ticketing.tickets.search.TicketFilter;
import dev.ticketing.tickets.search.TicketOrder;
import dev.ticketing.tickets.search.TicketSearch;
import dev.ticketing.web.idempotency.IdempotencyKey;
import dev.ticketing.web.input.Currencies;
import dev.ticketing.web.input.Paging;
import dev.ticketing.web.session.CurrentUser;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/tickets}: everyone may read tickets, sellers change their own. */
@RestController
@RequestMapping("/api/tickets")
class TicketController {

    private static final String TOTAL = "X-Total-Count";

    /** The currency of the price comparison; tickets of other currencies are not found. */
    private static final String CURRENCY = "X-Currency";

    private final TicketService tickets;
    private final TicketSearch search;
    private final Selling selling;
    private final ListingRules rules;
    private final Currencies currencies;

    TicketController(
            TicketService tickets, TicketSearch search, Selling selling, ListingRules rules, Currencies currencies) {
        this.tickets = tickets;
        this.search = search;
        this.selling = selling;
        this.rules = rules;
        this.currencies = currencies;
    }

    @PostMapping
    ResponseEntity<TicketView> list(CurrentUser user, Optional<IdempotencyKey> key, @RequestBody ListingForm body) {
        var listing = body.listing(rules, Optional.empty());
        var ticket = TicketView.listed(
                tickets.list(user.id(), key.map(given -> given.of(user.id(), listing)), listing), listing);
        return ResponseEntity.created(URI.create("/api/tickets/" + ticket.id()))
                .eTag(IfMatch.tag(ticket.version()))
                .body(ticket);
    }

    @GetMapping
    ResponseEntity<List<TicketView>> search(
            @ModelAttribute TicketFilter wanted, @RequestParam(defaultValue = "newest") String sort, Paging paging) {
        var order = TicketOrder.of(sort);
        var filter = wanted.within(currencies, order);
        var found = search.find(filter, order, paging);
        var total = search.total(filter, paging, found).toString();
        var answer = paging.answer(found, TicketView::of, order::cursorOf);
        return ResponseEntity.ok()
                .headers(answer.getHeaders())
                .headers(headers ->
                        Optional.ofNullable(filter.currency()).ifPresent(code -> headers.set(CURRENCY, code)))
                .header(TOTAL, total)
                .eTag(tag(answer, total))
                .cacheControl(CacheControl.noCache())
                .body(answer.getBody());
    }

    /**
     * Changes with the tickets of the page, their versions, the next page and the total; Spring answers 304 if it
     * matches.
     */
    private static String tag(ResponseEntity<List<TicketView>> page, String total) {
        var seen = new StringBuilder(total).append(page.getHeaders().getFirst(HttpHeaders.LINK));
        Objects.requireNonNull(page.getBody())
                .forEach(ticket -> seen.append(ticket.id()).append(':').append(ticket.version()));
        return "\"" + DigestUtils.md5DigestAsHex(seen.toString().getBytes(StandardCharsets.UTF_8)) + "\"";
    }

    @GetMapping("/{id}")
    ResponseEntity<TicketView> find(@PathVariable String id) {
        var ticket = tickets.find(id);
        return ResponseEntity.ok()
                .eTag(IfMatch.tag(ticket.version()))
                .cacheControl(CacheControl.noCache())
                .body(TicketView.of(ticket, selling.seller(ticket.userId())));
    }

    @PutMapping("/{id}")
    ResponseEntity<TicketView> edit(
            CurrentUser user,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ListingForm body) {
        var listing = body.listing(rules, tickets.listingOf(id));
        var ticket = tickets.edit(user.id(), id, IfMatch.of(ifMatch), listing);
        return ResponseEntity.ok().eTag(IfMatch.tag(ticket.version())).body(TicketView.of(ticket));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(
            CurrentUser user,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        tickets.withdraw(user.id(), id, IfMatch.of(ifMatch));
    }
}
