package dev.ticketing.check.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything the invariants are judged by, taken while the suite was at rest.
 *
 * @param handledVersions by service, then by {@code noun:aggregate id}
 * @param events in the order of their streams, with those stored twice and without poison
 * @param malformed positions of messages that no consumer can read
 */
public record Evidence(
        Instant takenAt,
        List<Order> orders,
        List<Ticket> tickets,
        List<Payment> payments,
        List<TicketReplica> ticketReplicas,
        List<OrderReplica> orderReplicas,
        Map<String, Map<String, Long>> handledVersions,
        List<StreamEvent> events,
        List<String> malformed,
        List<DeadLetter> deadLetters,
        List<Intent> intents,
        List<Answered> answers,
        Expectations expectations) {}
