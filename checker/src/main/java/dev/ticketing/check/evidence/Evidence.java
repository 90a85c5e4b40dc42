package dev.ticketing.check.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All evidence for the invariants, collected while the suite was at rest.
 *
 * @param unreadable documents that no service can have written, with the reason
 * @param accounts ids of all accounts
 * @param keyedEffects the effects of requests with a key
 * @param missingIndexes missing unique indexes that an invariant depends on, such as
 *     {@code orders.orders.activeTicketId}
 * @param handledVersions by service, then by {@code noun:aggregate id}
 * @param consumers durable consumers of the broker, such as {@code orders-service-tickets}
 * @param events in stream order, including those stored twice, without poison
 * @param changedByReplay documents changed by a replay; empty without one
 * @param starts when orders-service or its database was ready (again): nothing can be on time before
 */
public record Evidence(
        Instant takenAt,
        List<Order> orders,
        List<Ticket> tickets,
        List<Payment> payments,
        List<TicketReplica> ticketReplicas,
        List<OrderReplica> orderReplicas,
        List<String> unreadable,
        Set<String> accounts,
        List<KeyedEffect> keyedEffects,
        Set<String> missingIndexes,
        Map<String, Map<String, Long>> handledVersions,
        Set<String> consumers,
        List<StreamEvent> events,
        List<Malformed> malformed,
        List<DeadLetter> deadLetters,
        List<Intent> intents,
        List<Answered> answers,
        List<Instant> starts,
        Optional<List<String>> changedByReplay,
        Expectations expectations) {}
