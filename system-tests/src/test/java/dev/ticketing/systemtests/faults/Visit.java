package dev.ticketing.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.check.collect.AnswerJournal;
import dev.ticketing.systemtests.Answer;
import dev.ticketing.systemtests.Person;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** A person with a ticket and an order, who tries every route that needs a database. */
final class Visit {

    /** Shorter than the patience of people and proxies. */
    private static final Duration PROMPT = Duration.ofSeconds(15);

    private final Map<String, Callable<Answer>> routes = new LinkedHashMap<>();

    Visit(URI frontDoor, AnswerJournal journal) {
        var seller = Person.signedUp(frontDoor, journal);
        var buyer = Person.signedUp(frontDoor, journal);
        var stranger = Person.stranger(frontDoor, journal);
        var ticketId = seller.lists("Visited", "7").id();
        var orderId = buyer.orders(ticketId).id();
        var account = "{\"email\":\"visit@example.com\",\"password\":\"correct horse\"}";
        routes.put("sign up", () -> stranger.post("/api/users/signup", account, "visit"));
        routes.put("sign in", () -> stranger.post("/api/users/signin", account, "visit"));
        routes.put("list tickets", () -> buyer.get("/api/tickets"));
        routes.put("see a ticket", () -> buyer.get("/api/tickets/" + ticketId));
        routes.put("offer a ticket", () -> seller.lists("Another", "7"));
        routes.put("edit a ticket", () -> seller.edits(ticketId, "Edited", "8"));
        routes.put("withdraw a ticket", () -> seller.withdraws(ticketId));
        routes.put("list orders", () -> buyer.get("/api/orders"));
        routes.put("see an order", () -> buyer.get("/api/orders/" + orderId));
        routes.put("order", () -> buyer.orders(ticketId));
        routes.put("cancel", () -> buyer.cancels(orderId));
        routes.put("list payments", () -> buyer.get("/api/payments"));
        routes.put("pay", () -> buyer.pays(orderId, "tok_visa"));
        routes.put("page of tickets", () -> buyer.get("/"));
        routes.put("page of orders", () -> buyer.get("/orders"));
    }

    /** All routes at the same time: each responds soon, and with a time to retry. */
    void everyRouteIsUnavailable() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var visits = routes.entrySet().stream()
                    .map(route -> threads.submit(() -> isUnavailable(route.getKey(), route.getValue())))
                    .toList();
            for (var visit : visits) {
                visit.get();
            }
        }
    }

    private static Void isUnavailable(String route, Callable<Answer> request) throws Exception {
        var start = Instant.now();
        var answer = request.call();
        assertThat(answer.status()).as(route + ": " + answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).as(route).isPresent();
        assertThat(Duration.between(start, Instant.now())).as(route).isLessThan(PROMPT);
        return null;
    }
}
