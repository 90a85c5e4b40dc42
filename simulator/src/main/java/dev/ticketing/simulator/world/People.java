package dev.ticketing.simulator.world;

import dev.ticketing.check.evidence.Answered;
import dev.ticketing.web.idempotency.IdempotencyKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sellers and buyers, who repeat requests without a response, change their minds, and pay at the last moment. */
final class People {

    private static final int TRIES = 6;
    private static final double HOT = 0.25;
    private static final double SENT_TWICE = 0.15;
    private static final double MISUSED = 0.1;
    private static final double STUBBORN = 0.15;
    private static final int PATIENCE = 12;
    private static final int GREEDY = 3;
    private static final int HANDS = 4;
    private static final String ORDERS = "/api/orders";
    private static final String TICKETS = "/api/tickets";
    private static final String PAYMENTS = "/api/payments";

    private record Ticket(String id, String sellerId) {}

    private final World world;
    private final Machines machines;
    private final Chance chance;
    private final List<Ticket> listed = new ArrayList<>();
    /** To the knowledge of people. */
    private final List<Ticket> free = new ArrayList<>();

    final List<Answered> answers = new ArrayList<>();
    private int busy;
    private int keys;

    People(World world, Machines machines) {
        this.world = world;
        this.machines = machines;
        this.chance = world.chance;
    }

    void come() {
        for (var number = 1; number <= world.plan.tickets(); number++) {
            var name = "seller-" + number;
            begin(chance.millis(100, 40_000 * (number - 1) / (double) world.plan.tickets() + 500), () -> sell(name));
        }
        for (var number = 1; number <= world.plan.buyers(); number++) {
            var name = "buyer-" + number;
            begin(chance.millis(1_500, 45_000), () -> buy(name));
        }
        for (var number = 1; number <= GREEDY; number++) {
            var name = "greedy-" + number;
            begin(chance.millis(5_000, 45_000), () -> grab(name));
        }
    }

    boolean areDone() {
        return busy == 0;
    }

    private void begin(long after, Runnable life) {
        busy++;
        world.network(() -> {
            world.pause(after);
            try {
                life.run();
            } finally {
                busy--;
            }
        });
    }

    private void sell(String name) {
        var price = 50 + chance.below(10_000);
        var body = listing("Ticket of " + name, price);
        var request = new Request(name, "POST", TICKETS, null, body, key("POST " + TICKETS));
        var made = insistPerhapsTwice(request);
        if (!made.isSuccess()) {
            return;
        }
        misuse(request, listing("Other ticket of " + name, price));
        var ticket = new Ticket(made.field("id"), name);
        listed.add(ticket);
        free.add(ticket);
        world.pause(chance.millis(0, 40_000));
        switch (chance.below(4)) {
            case 0 -> edit(ticket);
            case 1 -> {
                if (chance.in(0.3)) {
                    withdraw(ticket);
                }
            }
            default -> {}
        }
    }

    private void edit(Ticket ticket) {
        var body = listing("Better ticket", 60 + chance.below(1_000));
        ask(new Request(ticket.sellerId, "PUT", TICKETS + "/" + ticket.id, ticket.id, body, Optional.empty()));
    }

    private void withdraw(Ticket ticket) {
        insist(new Request(ticket.sellerId, "DELETE", TICKETS + "/" + ticket.id, ticket.id, "", Optional.empty()));
    }

    private static String listing(String title, long priceMinor) {
        return "{\"title\":\"%s\",\"price\":%s}".formatted(title, BigDecimal.valueOf(priceMinor, 2));
    }

    private void buy(String name) {
        if (chance.in(STUBBORN) && !listed.isEmpty()) {
            insistOn(chance.of(listed), name);
            return;
        }
        for (var visit = 0; visit < 4; visit++) {
            if (!listed.isEmpty()) {
                var ticket = chance.in(HOT) || free.isEmpty() ? chance.of(listed) : chance.of(free);
                if (purchase(name, ticket)) {
                    return;
                }
            }
            world.pause(chance.millis(100, 8_000));
        }
    }

    /** Orders more tickets at once than one buyer may reserve. */
    private void grab(String name) {
        for (var hand = 0; hand < HANDS && !free.isEmpty(); hand++) {
            var ticket = chance.of(free);
            begin(chance.millis(0, 5), () -> purchase(name, ticket));
        }
    }

    /** Orders only this ticket, as soon as it is available again. */
    private void insistOn(Ticket ticket, String name) {
        for (var tries = 0; tries < PATIENCE && !purchase(name, ticket); tries++) {
            world.pause(chance.millis(500, 4_000));
        }
    }

    /** @return whether the ticket was reserved, whatever happened afterwards */
    private boolean purchase(String name, Ticket ticket) {
        var request = new Request(name, "POST", ORDERS, ticket.id, order(ticket.id), key("POST " + ORDERS));
        var made = insistPerhapsTwice(request);
        if (!made.isSuccess()) {
            return false;
        }
        misuse(request, order("other"));
        free.remove(ticket);
        decide(new Holding(name, made.field("id"), Instant.parse(made.field("expiresAt"))));
        return true;
    }

    private static String order(String ticketId) {
        return "{\"ticketId\":\"%s\"}".formatted(ticketId);
    }

    private record Holding(String buyer, String orderId, Instant expiresAt) {}

    private void decide(Holding order) {
        switch (chance.below(20)) {
            case 0, 1, 2, 3, 4, 5, 6 -> {
                world.pause(chance.millis(0, 5_000));
                pay(order, card());
            }
            case 7, 8, 9, 10, 11 -> {
                awaitDeadline(order, chance.millis(-400, 50));
                pay(order, "pm_good");
            }
            case 12 -> {
                world.pause(chance.millis(0, chance.in(0.5) ? 2_000 : 20_000));
                cancel(order);
            }
            case 13 -> {
                awaitDeadline(order, chance.millis(-50, 50));
                cancel(order);
            }
            case 14, 15 -> {
                world.pause(chance.millis(0, 5_000));
                begin(chance.millis(0, 600), () -> cancel(order));
                pay(order, "pm_good");
            }
            case 16, 17 -> {
                world.pause(chance.millis(0, 2_000));
                begin(chance.millis(0, 300), () -> pay(order, "pm_good"));
                pay(order, card());
            }
            default -> {} // leaves
        }
    }

    private String card() {
        return switch (chance.below(10)) {
            case 0, 1 -> "pm_declined";
            case 2, 3 -> "pm_3ds";
            case 4 -> "pm_uncapturable";
            default -> "pm_good";
        };
    }

    private void awaitDeadline(Holding order, long micros) {
        var left = java.time.Duration.between(world.instant(), order.expiresAt).toNanos() / 1_000;
        world.pause(left + micros);
    }

    private void cancel(Holding order) {
        var path = ORDERS + "/" + order.orderId;
        insist(new Request(order.buyer, "DELETE", path, order.orderId, "", Optional.empty()));
    }

    private void pay(Holding order, String card) {
        var body = payment(order, card);
        var request = new Request(order.buyer, "POST", PAYMENTS, order.orderId, body, key("POST " + PAYMENTS));
        var paid = insistPerhapsTwice(request);
        if (paid.isSuccess() || paid.status() == 402) {
            misuse(request, payment(order, "other " + card));
        }
        if (paid.status() == 402 && chance.in(0.7)) {
            pay(order, "pm_good");
        } else if ("requires_action".equals(paid.field("status"))) {
            world.pause(chance.millis(50, 20_000));
            prove(order);
        }
    }

    private static String payment(Holding order, String card) {
        return "{\"orderId\":\"%s\",\"token\":\"%s\"}".formatted(order.orderId, card);
    }

    private void prove(Holding order) {
        for (var intent : world.stripe.intents()) {
            if (order.orderId.equals(intent.orderId())) {
                world.stripe.authenticated(intent.id(), chance.in(0.7));
            }
        }
    }

    private Optional<IdempotencyKey> key(String route) {
        return chance.in(0.8) ? Optional.of(new IdempotencyKey("key-" + ++keys, route)) : Optional.empty();
    }

    /** A key sent twice, concurrently or in sequence, has one effect and one response. */
    private Reply insistPerhapsTwice(Request request) {
        if (request.key().isEmpty() || !chance.in(SENT_TWICE)) {
            return insist(request);
        }
        var atOnce = chance.in(0.5);
        var other = new Reply[] {Reply.NONE};
        if (atOnce) {
            begin(chance.millis(0, 5), () -> other[0] = insist(request));
        }
        var first = insist(request);
        if (!atOnce) {
            world.pause(chance.millis(0, 2_000));
            other[0] = insist(request);
            requireSame(request, first, other[0]);
        }
        return first.isSuccess() ? first : other[0];
    }

    /** A key that comes with another body is refused, whatever that asks for. */
    private void misuse(Request request, String otherBody) {
        if (request.key().isEmpty() || !chance.in(MISUSED)) {
            return;
        }
        var other = new Request(
                request.userId(), request.method(), request.path(), request.subjectId(), otherBody, request.key());
        var reply = machines.call(request.service(), endpoints -> endpoints.respond(other));
        if (reply.status() != 422 && reply.status() != 0) {
            world.violated("%s of %s with another body and %s is answered %s (expected: 422)"
                    .formatted(
                            request.path(),
                            request.userId(),
                            request.key().orElseThrow().value(),
                            reply));
        }
    }

    private void requireSame(Request request, Reply first, Reply second) {
        if (first.isSuccess() && second.status() != 0 && !second.equals(first)) {
            world.violated("%s of %s with %s is answered %s and then %s"
                    .formatted(
                            request.path(),
                            request.userId(),
                            request.key().orElseThrow().value(),
                            first,
                            second));
        }
    }

    /** Repeats the request as long as there is no response; without a key only if it is repeatable. */
    private Reply insist(Request request) {
        var reply = ask(request);
        for (var tries = 1; reply.status() == 0 && tries < TRIES; tries++) {
            world.pause(chance.millis(100, 4_000));
            reply = ask(request);
        }
        return reply;
    }

    private Reply ask(Request request) {
        world.tell(request.userId(), () -> request.method() + " " + request.path() + " " + request.body());
        var reply = machines.call(request.service(), endpoints -> endpoints.respond(request));
        world.tell(request.userId(), () -> "is answered " + reply.summary());
        answers.add(new Answered(
                world.instant(),
                request.userId(),
                request.method(),
                request.path(),
                request.subjectId(),
                request.body(),
                reply.status(),
                reply.field("id"),
                reply.body().toString(),
                kept(request, reply) ? request.key().get().value() : null));
        world.count("requests");
        return reply;
    }

    /**
     * Whether another request with its key gets the same response: a refusal is checked again, except that of a card
     * (ADR 0035).
     */
    private static boolean kept(Request request, Reply reply) {
        return request.key().isPresent()
                && (reply.isSuccess() || reply.status() == 0 || request.path().equals(PAYMENTS));
    }
}
