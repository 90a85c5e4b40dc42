package dev.ticketing.local.demo;

import dev.ticketing.suite.CannotStart;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Fills the suite through its front door, once: if the seller already has an account, it adds nothing. */
public final class DemoContent {

    public static final String SELLER = "seller@ticketing.dev";
    public static final String BUYER = "buyer@ticketing.dev";
    public static final String PASSWORD = "correct horse battery";

    private static final int EVENTS = 60;
    private static final int TICKETS = 400;
    private static final int SEED = 42;
    private static final int AT_ONCE = 8;

    private final DemoSession stranger;

    public DemoContent(URI frontDoor) {
        this.stranger = new DemoSession(HttpClient.newHttpClient(), frontDoor);
    }

    /** Returns its report as one line. */
    public String fill() {
        var buyer = signUp(BUYER);
        var seller = signUp(SELLER);
        if (seller.isEmpty()) {
            return "demo content already exists";
        }
        var events =
                new DemoEvents(SEED, LocalDate.now()).stream().limit(EVENTS).toList();
        var ids = all(events, event -> seller.get().make("/api/events", event.json()));
        var tickets = new DemoTickets(SEED, events).stream().limit(TICKETS).toList();
        var listed = all(tickets, ticket -> list(seller.get(), ticket, ids));
        buyer.ifPresent(person -> giveHistory(person, seller.get(), listed));
        return "demo content: %d events, %d tickets, 2 accounts".formatted(events.size(), tickets.size());
    }

    private static String list(DemoSession seller, DemoTicket ticket, List<String> events) {
        var id = seller.make(
                "/api/tickets", ticket.json(ticket.event().map(events::get).orElse("")));
        ticket.code()
                .ifPresent(code -> seller.change(
                        "PUT",
                        "/api/tickets/" + id + "/content",
                        "{\"barcode\":{\"format\":\"qr\",\"text\":\"%s\"}}".formatted(code)));
        return id;
    }

    /** Bought and opened, bought, cancelled, and one that waits for its payment; and the seller has bought one, too. */
    private static void giveHistory(DemoSession buyer, DemoSession seller, List<String> tickets) {
        pay(buyer, order(buyer, tickets.get(0)));
        pay(buyer, order(buyer, tickets.get(1)));
        pay(buyer, order(buyer, tickets.get(2)));
        buyer.change("DELETE", "/api/orders/" + order(buyer, tickets.get(3)), "");
        order(buyer, tickets.get(4));
        seller.change("DELETE", "/api/tickets/" + tickets.get(5), "");
        pay(seller, order(seller, buyer.make("/api/tickets", "{\"title\":\"Museum pass\",\"price\":18.00}")));
    }

    private static String order(DemoSession buyer, String ticket) {
        return buyer.make("/api/orders", "{\"ticketId\":\"%s\"}".formatted(ticket));
    }

    private static void pay(DemoSession buyer, String order) {
        buyer.change("POST", "/api/payments", "{\"orderId\":\"%s\",\"token\":\"tok_visa\"}".formatted(order));
    }

    private static <T> List<String> all(List<T> inputs, Function<T, String> make) {
        try (var executor = Executors.newFixedThreadPool(AT_ONCE)) {
            var made = inputs.stream()
                    .map(input -> executor.submit(() -> make.apply(input)))
                    .toList();
            return made.stream().map(DemoContent::result).toList();
        }
    }

    private static String result(Future<String> made) {
        try {
            return made.get();
        } catch (ExecutionException e) {
            throw CannotStart.because(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted");
        }
    }

    private Optional<DemoSession> signUp(String email) {
        var body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD);
        var response = DemoSession.require(stranger.send("POST", "/api/users/signup", body), Set.of(201, 409));
        return response.statusCode() == 409 ? Optional.empty() : Optional.of(stranger.with(response));
    }
}
