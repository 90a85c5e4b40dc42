package dev.ticketing.check.invariant;

import static dev.ticketing.check.evidence.Order.Status.AWAITING_PAYMENT;
import static dev.ticketing.check.evidence.Order.Status.CANCELLED;
import static dev.ticketing.check.evidence.Order.Status.COMPLETE;
import static dev.ticketing.check.evidence.Order.Status.CREATED;

import dev.ticketing.check.evidence.Answered;
import dev.ticketing.check.evidence.DeadLetter;
import dev.ticketing.check.evidence.Evidence;
import dev.ticketing.check.evidence.Expectations;
import dev.ticketing.check.evidence.Intent;
import dev.ticketing.check.evidence.KeyedEffect;
import dev.ticketing.check.evidence.Malformed;
import dev.ticketing.check.evidence.Order;
import dev.ticketing.check.evidence.OrderReplica;
import dev.ticketing.check.evidence.Payment;
import dev.ticketing.check.evidence.StreamEvent;
import dev.ticketing.check.evidence.Ticket;
import dev.ticketing.check.evidence.TicketReplica;
import dev.ticketing.events.Event;
import dev.ticketing.events.ExpirationEvent.ExpirationComplete;
import dev.ticketing.events.OrderEvent.OrderAwaitingPayment;
import dev.ticketing.events.OrderEvent.OrderCancelled;
import dev.ticketing.events.OrderEvent.OrderCompleted;
import dev.ticketing.events.OrderEvent.OrderCreated;
import dev.ticketing.events.OrderEvent.PricedTicket;
import dev.ticketing.events.OrderEvent.TicketReference;
import dev.ticketing.events.PaymentEvent.PaymentAuthorized;
import dev.ticketing.events.PaymentEvent.PaymentCreated;
import dev.ticketing.events.TicketEvent.TicketCreated;
import dev.ticketing.events.TicketEvent.TicketUpdated;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A sound suite at rest, to plant violations in: o2 bought ticket t1 after o1 had expired, o3 has reserved t2, t3 was
 * never ordered.
 */
final class Scene {

    static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(15);

    Instant takenAt = NOON.plus(Duration.ofMinutes(20));
    final List<Order> orders = new ArrayList<>();
    final List<Ticket> tickets = new ArrayList<>();
    final List<Payment> payments = new ArrayList<>();
    final List<TicketReplica> ticketReplicas = new ArrayList<>();
    final List<OrderReplica> orderReplicas = new ArrayList<>();
    final Map<String, Map<String, Long>> handled = new HashMap<>();
    final List<StreamEvent> events = new ArrayList<>();
    final List<Malformed> malformed = new ArrayList<>();
    final List<String> unreadable = new ArrayList<>();
    final Set<String> accounts = new HashSet<>(Set.of("seller", "buyer", "other", "somebody"));
    final List<KeyedEffect> keyedEffects = new ArrayList<>();
    final Set<String> missingIndexes = new HashSet<>();
    final Set<String> consumers = new HashSet<>(Set.of(
            "orders-service-tickets",
            "tickets-service-orders",
            "payments-service-orders",
            "expiration-service-orders",
            "orders-service-payments",
            "orders-service-expirations"));
    Optional<List<String>> changedByReplay = Optional.empty();
    final List<Instant> starts = new ArrayList<>(List.of(NOON));
    final List<DeadLetter> deadLetters = new ArrayList<>();
    final List<Intent> intents = new ArrayList<>();
    final List<Answered> answers = new ArrayList<>();
    Expectations expectations = new Expectations(Set.of(), Duration.ofSeconds(5));

    static Scene sound() {
        var scene = new Scene();
        for (var service : List.of("orders-service", "tickets-service", "payments-service")) {
            scene.handled.put(service, new HashMap<>());
        }
        scene.soldTicket();
        scene.heldTicket();
        scene.list("t3", 0);
        scene.tickets.add(new Ticket("t3", "seller", "Title", 1999, "usd", Ticket.Status.AVAILABLE, null, 0, null));
        scene.tickets.forEach(ticket -> scene.ticketReplicas.add(TicketReplica.of(ticket)));
        scene.orders.forEach(order -> scene.orderReplicas.add(OrderReplica.of(order)));
        scene.answers.add(answer("buyer", "POST", "/api/orders", "t1", 201, "o2"));
        scene.answers.add(answer("buyer", "POST", "/api/orders", "t2", 409, null));
        scene.answers.add(answer("buyer", "POST", "/api/payments", "o2", 201, "p2"));
        return scene;
    }

    private void soldTicket() {
        list("t1", 0);
        place("o1", "other", "t1", 0);
        update("t1", 1, "reserved", "o1", 0);
        publish("EXPIRATIONS", "expiration", 0, 900, new ExpirationComplete("o1"));
        publish("ORDERS", "order", 1, 900, new OrderCancelled("o1", "expired", new TicketReference("t1")));
        update("t1", 2, "available", null, 900);
        orders.add(order("o1", "other", CANCELLED, "t1", 0, 1));
        place("o2", "buyer", "t1", 901);
        update("t1", 3, "reserved", "o2", 901);
        publish("PAYMENTS", "payment", 0, 902, new PaymentAuthorized("p2", "o2", 1999, "usd"));
        publish("ORDERS", "order", 1, 903, new OrderAwaitingPayment("o2", "p2", new TicketReference("t1")));
        publish("PAYMENTS", "payment", 1, 904, new PaymentCreated("p2", "o2", "pi2", 1999, "usd"));
        publish("ORDERS", "order", 2, 905, new OrderCompleted("o2", "p2", new TicketReference("t1")));
        update("t1", 4, "sold", "o2", 905);
        orders.add(order("o2", "buyer", COMPLETE, "t1", 901, 2));
        payments.add(new Payment("p2", "o2", Payment.Status.CAPTURED, 1999, "usd", "pi2", 1));
        intents.add(new Intent("pi1", "o1", "canceled", 1999, "usd", 0, 0, 0));
        intents.add(new Intent("pi2", "o2", "succeeded", 1999, "usd", 1999, 0, 0));
        tickets.add(new Ticket("t1", "seller", "Title", 1999, "usd", Ticket.Status.SOLD, "o2", 4, null));
    }

    /** Lists a ticket and sells it at once, with ids that end in this. */
    void sell(String id, long second) {
        list("t" + id, second);
        place("o" + id, "t" + id, second);
        update("t" + id, 1, "reserved", "o" + id, second);
        publish("PAYMENTS", "payment", 0, second, new PaymentAuthorized("p" + id, "o" + id, 1999, "usd"));
        var ticket = new TicketReference("t" + id);
        publish("ORDERS", "order", 1, second, new OrderAwaitingPayment("o" + id, "p" + id, ticket));
        publish("PAYMENTS", "payment", 1, second, new PaymentCreated("p" + id, "o" + id, "pi" + id, 1999, "usd"));
        publish("ORDERS", "order", 2, second, new OrderCompleted("o" + id, "p" + id, ticket));
        update("t" + id, 2, "sold", "o" + id, second);
        orders.add(order("o" + id, "buyer", COMPLETE, "t" + id, second, 2));
        payments.add(new Payment("p" + id, "o" + id, Payment.Status.CAPTURED, 1999, "usd", "pi" + id, 1));
        intents.add(new Intent("pi" + id, "o" + id, "succeeded", 1999, "usd", 1999, 0, 0));
        tickets.add(new Ticket("t" + id, "seller", "Title", 1999, "usd", Ticket.Status.SOLD, "o" + id, 2, null));
        ticketReplicas.add(TicketReplica.of(tickets.getLast()));
        orderReplicas.add(OrderReplica.of(orders.getLast()));
        answers.add(answer("buyer", "POST", "/api/orders", "t" + id, 201, "o" + id));
        answers.add(answer("buyer", "POST", "/api/payments", "o" + id, 201, "p" + id));
        keyedEffects.add(new KeyedEffect("orders.orders", "o" + id, "buyer:POST /api/orders:" + id));
    }

    private void heldTicket() {
        list("t2", 1000);
        place("o3", "other", "t2", 1001);
        update("t2", 1, "reserved", "o3", 1001);
        orders.add(order("o3", "other", CREATED, "t2", 1001, 0));
        tickets.add(new Ticket("t2", "seller", "Title", 1999, "usd", Ticket.Status.RESERVED, "o3", 1, null));
    }

    private void list(String id, long second) {
        publish("TICKETS", "ticket", 0, second, new TicketCreated(id, "Title", 1999, "usd", "seller", "available"));
    }

    void update(String id, long version, String status, String orderId, long second) {
        publish(
                "TICKETS",
                "ticket",
                version,
                second,
                new TicketUpdated(id, "Title", 1999, "usd", "seller", status, orderId));
    }

    void place(String id, String ticketId, long second) {
        place(id, "buyer", ticketId, second);
    }

    private void place(String id, String userId, String ticketId, long second) {
        publish(
                "ORDERS",
                "order",
                0,
                second,
                new OrderCreated(id, userId, "created", deadline(second), new PricedTicket(ticketId, 0, 1999, "usd")));
    }

    private static Instant deadline(long placedAt) {
        return NOON.plusSeconds(placedAt).plus(WINDOW);
    }

    static Order order(String id, String userId, Order.Status status, String ticketId, long placedAt, long version) {
        return new Order(
                id,
                userId,
                status,
                status == CANCELLED ? "expired" : null,
                NOON.plusSeconds(placedAt),
                status == AWAITING_PAYMENT || status == COMPLETE ? NOON.plusSeconds(placedAt + 2) : null,
                deadline(placedAt),
                ticketId,
                1999,
                "usd",
                status == AWAITING_PAYMENT || status == COMPLETE ? "p" + id.substring(1) : null,
                status == CANCELLED ? null : ticketId,
                version);
    }

    /** Published, handled by all its consumers, and recorded one millisecond before it was stored. */
    void publish(String stream, String noun, long version, long second, Event event) {
        var storedAt = NOON.plusSeconds(second).plusMillis(2);
        var id = noun + ":" + event.aggregateId();
        events.add(new StreamEvent(
                stream,
                events.size() + 1,
                storedAt,
                id + ":" + version,
                noun,
                event.aggregateId(),
                version,
                storedAt.minusMillis(1),
                event.toString(),
                event));
        switch (noun) {
            case "order" -> {
                handled.get("tickets-service").merge(id, version, Math::max);
                handled.get("payments-service").merge(id, version, Math::max);
            }
            default -> handled.get("orders-service").merge(id, version, Math::max);
        }
    }

    static Answered answer(String userId, String method, String path, String subjectId, int status, String id) {
        return new Answered(NOON, userId, method, path, subjectId, subjectId, status, id, "body", null);
    }

    /** Changes the order with this id. */
    void order(String id, String component, Object value) {
        orders.replaceAll(order -> order.id().equals(id) ? Changed.in(order, component, value) : order);
    }

    void ticket(String id, String component, Object value) {
        tickets.replaceAll(ticket -> ticket.id().equals(id) ? Changed.in(ticket, component, value) : ticket);
    }

    void payment(String component, Object value) {
        payments.replaceAll(payment -> Changed.in(payment, component, value));
    }

    void intent(String id, String component, Object value) {
        intents.replaceAll(intent -> intent.id().equals(id) ? Changed.in(intent, component, value) : intent);
    }

    void event(String id, UnaryOperator<StreamEvent> change) {
        events.replaceAll(event -> event.id().equals(id) ? change.apply(event) : event);
    }

    /** The first stored event with this id. */
    StreamEvent event(String id) {
        return events.stream()
                .filter(event -> event.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The same message again, as from a relay that did not receive the first confirmation. */
    void storedTwice(String id) {
        var first = event(id);
        events.add(Changed.in(
                Changed.in(first, "sequence", 1000L),
                "storedAt",
                first.storedAt().plusSeconds(3600)));
    }

    Evidence evidence() {
        return new Evidence(
                takenAt,
                orders,
                tickets,
                payments,
                ticketReplicas,
                orderReplicas,
                unreadable,
                accounts,
                keyedEffects,
                missingIndexes,
                handled,
                consumers,
                events,
                malformed,
                deadLetters,
                intents,
                answers,
                starts,
                changedByReplay,
                expectations);
    }
}
