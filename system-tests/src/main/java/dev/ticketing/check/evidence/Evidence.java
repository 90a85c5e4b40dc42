package dev.ticketing.check.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything the invariants are judged by, taken while the suite was at rest.
 *
 * @param unreadable documents that no service could have written, with the reason
 * @param accounts ids of all who have signed up
 * @param keyedEffects what requests with a key have made
 * @param missingIndexes unique indexes that some invariant rests on and that are not there, such as {@code orders.orders.activeTicketId}
 * @param handledVersions by service, then by {@code noun:aggregate id}
 * @param consumers durable consumers of the broker, such as {@code orders-service-tickets}
 * @param events in the order of their streams, with those stored twice and without poison
 * @param changedByReplay documents that are other than before since consumers began again; empty when none had to
 * @param starts when orders-service or its database was up (again): nothing can be on time before
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
