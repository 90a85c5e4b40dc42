package dev.ticketing.simulator.world;

import dev.ticketing.check.evidence.Answered;
import dev.ticketing.orders.order.OrdersDoor;
import dev.ticketing.payments.payment.PaymentsDoor;
import dev.ticketing.tickets.ticket.TicketsDoor;
import dev.ticketing.web.IdempotencyKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.BeanFactory;

/** Sellers and buyers, who ask again when they hear nothing, change their minds, and pay in the last moment. */
final class People {

    private static final int TRIES = 6;
    private static final double HOT = 0.25;
    private static final double SENT_TWICE = 0.15;
    private static final double STUBBORN = 0.15;
    private static final int PATIENCE = 12;
    private static final String ORDERS = "/api/orders";
    private static final String TICKETS = "/api/tickets";
    private static final String PAYMENTS = "/api/payments";

    private record Ticket(String id, String sellerId) {}

    /** A request as it may be sent several times. */
    private record Request(
            String userId, String method, String path, String subjectId, String body, Optional<IdempotencyKey> key) {}

    private final World world;
    private final Machines machines;
    private final Chance chance;
    private final List<Ticket> listed = new ArrayList<>();
    /** As far as people know. */
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
        var request =
                new Request(name, "POST", TICKETS, null, name + " " + price, key("POST " + TICKETS, name + price));
        Function<BeanFactory, Reply> list =
                beans -> TicketsDoor.list(beans, name, request.key, "Ticket of " + name, price);
        var made = insistPerhapsTwice(request, "tickets-service", list);
        if (!made.isSuccess()) {
            return;
        }
        var ticket = new Ticket(made.made().id(), name);
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
        var request = new Request(ticket.sellerId, "PUT", TICKETS + "/" + ticket.id, ticket.id, "", Optional.empty());
        ask(
                request,
                "tickets-service",
                beans ->
                        TicketsDoor.edit(beans, ticket.sellerId, ticket.id, "Better ticket", 60 + chance.below(1_000)));
    }

    private void withdraw(Ticket ticket) {
        var request =
                new Request(ticket.sellerId, "DELETE", TICKETS + "/" + ticket.id, ticket.id, "", Optional.empty());
        insist(request, "tickets-service", beans -> TicketsDoor.withdraw(beans, ticket.sellerId, ticket.id));
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

    /** Wants this ticket and no other, and has it as soon as it is free again. */
    private void insistOn(Ticket ticket, String name) {
        for (var tries = 0; tries < PATIENCE && !purchase(name, ticket); tries++) {
            world.pause(chance.millis(500, 4_000));
        }
    }

    /** @return whether the ticket was reserved, whatever became of it then */
    private boolean purchase(String name, Ticket ticket) {
        var request = new Request(name, "POST", ORDERS, ticket.id, ticket.id, key("POST " + ORDERS, ticket.id));
        Function<BeanFactory, Reply> place = beans -> OrdersDoor.place(beans, name, request.key, ticket.id);
        var made = insistPerhapsTwice(request, "orders-service", place);
        if (!made.isSuccess()) {
            return false;
        }
        free.remove(ticket);
        decide(new Holding(name, made.made().id(), made.made().expiresAt()));
        return true;
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
        var request = new Request(order.buyer, "DELETE", path, order.orderId, "", Optional.empty());
        insist(request, "orders-service", beans -> OrdersDoor.cancel(beans, order.buyer, order.orderId));
    }

    private void pay(Holding order, String card) {
        var body = order.orderId + " " + card;
        var request = new Request(order.buyer, "POST", PAYMENTS, order.orderId, body, key("POST " + PAYMENTS, body));
        Function<BeanFactory, Reply> pay =
                beans -> PaymentsDoor.pay(beans, order.buyer, request.key, order.orderId, card);
        var paid = insist(request, "payments-service", pay);
        if (paid.status() == 402 && chance.in(0.7)) {
            pay(order, "pm_good");
        } else if (paid.made().text().equals("requires_action")) {
            world.pause(chance.millis(50, 20_000));
            prove(order);
        }
    }

    private void prove(Holding order) {
        for (var intent : world.stripe.intents()) {
            if (order.orderId.equals(intent.orderId())) {
                world.stripe.authenticated(intent.id(), chance.in(0.7));
            }
        }
    }

    private Optional<IdempotencyKey> key(String route, String fingerprint) {
        return chance.in(0.8) ? Optional.of(new IdempotencyKey("key-" + ++keys, route, fingerprint)) : Optional.empty();
    }

    /** A key that is sent twice, at once or one after the other, has one effect and one answer. */
    private Reply insistPerhapsTwice(Request request, String service, Function<BeanFactory, Reply> work) {
        if (request.key.isEmpty() || !chance.in(SENT_TWICE)) {
            return insist(request, service, work);
        }
        var atOnce = chance.in(0.5);
        var other = new Reply[] {Reply.NONE};
        if (atOnce) {
            begin(chance.millis(0, 5), () -> other[0] = insist(request, service, work));
        }
        var first = insist(request, service, work);
        if (!atOnce) {
            world.pause(chance.millis(0, 2_000));
            other[0] = insist(request, service, work);
            requireSame(request, first, other[0]);
        }
        return first.isSuccess() ? first : other[0];
    }

    private void requireSame(Request request, Reply first, Reply second) {
        if (first.isSuccess() && second.status() != 0 && !second.equals(first)) {
            world.violated("%s of %s with %s is answered %s and then %s"
                    .formatted(
                            request.path,
                            request.userId,
                            request.key.orElseThrow().value(),
                            first,
                            second));
        }
    }

    /** Asks again as long as there is no answer; without a key only what may be repeated. */
    private Reply insist(Request request, String service, Function<BeanFactory, Reply> work) {
        var reply = ask(request, service, work);
        for (var tries = 1; reply.status() == 0 && tries < TRIES; tries++) {
            world.pause(chance.millis(100, 4_000));
            reply = ask(request, service, work);
        }
        return reply;
    }

    private Reply ask(Request request, String service, Function<BeanFactory, Reply> work) {
        world.tell(request.userId, () -> request.method + " " + request.path + " " + request.body);
        var reply = machines.call(service, work);
        world.tell(
                request.userId,
                () -> "is answered " + reply.status() + " " + reply.made().text() + reply.why());
        answers.add(new Answered(
                world.instant(),
                request.userId,
                request.method,
                request.path,
                request.subjectId,
                request.body,
                reply.status(),
                reply.made().id(),
                reply.made().text(),
                kept(request, reply) ? request.key.get().value() : null));
        world.count("requests");
        return reply;
    }

    /** Whether another request with its key gets the same answer: a refusal is judged anew, except that of a card (ADR 0017). */
    private static boolean kept(Request request, Reply reply) {
        return request.key.isPresent() && (reply.isSuccess() || reply.status() == 0 || request.path.equals(PAYMENTS));
    }
}
