package dev.ticketing.check.invariant;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.ticketing.check.evidence.Answered;
import dev.ticketing.check.evidence.Evidence;
import dev.ticketing.check.evidence.Intent;
import dev.ticketing.check.evidence.Order;
import dev.ticketing.check.evidence.Payment;
import dev.ticketing.check.evidence.Ticket;
import dev.ticketing.check.invariant.Invariant.Findings;
import dev.ticketing.check.invariant.Invariant.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Invariant 6: every 2xx is in the database, and every creation was answered by a 2xx or has an uncertain outcome. */
final class KeptAnswers implements Rule {

    private static final String TICKETS = "/api/tickets";
    private static final String ORDERS = "/api/orders";
    private static final String PAYMENTS = "/api/payments";

    @Override
    public void check(Evidence evidence, Findings findings) {
        var orders = evidence.orders().stream().collect(toMap(Order::id, Function.identity()));
        var tickets = evidence.tickets().stream().collect(toMap(Ticket::id, Function.identity()));
        var payments = evidence.payments().stream().map(Payment::id).collect(Collectors.toSet());
        for (var answer : evidence.answers()) {
            if (answer.isSuccess()) {
                requireMade(answer, TICKETS, tickets.keySet(), findings);
                requireMade(answer, ORDERS, orders.keySet(), findings);
                requireMade(answer, PAYMENTS, payments, findings);
                requireCancelled(answer, orders, findings);
                requireWithdrawn(answer, tickets, findings);
            }
        }
        requireNothingBehind(evidence, findings);
        requireNoCharge(evidence, findings);
        requireAccounts(evidence, findings);
    }

    @Override
    public Optional<String> unjudged(Evidence evidence) {
        if (evidence.answers().isEmpty()) {
            return Optional.of("no client has recorded its responses (--answers FILE)");
        }
        return evidence.answers().stream().allMatch(answer -> answer.userId() == null)
                ? Optional.of(
                        "whether a refusal left something behind (--answers FILE); %d answers of the front door hold"
                                .formatted(evidence.answers().size()))
                : Optional.empty();
    }

    /** No one acts whose sign-up was not confirmed. */
    private static void requireAccounts(Evidence evidence, Findings findings) {
        var owners = new TreeMap<String, String>();
        evidence.tickets()
                .forEach(ticket -> owners.putIfAbsent(String.valueOf(ticket.userId()), "ticket " + ticket.id()));
        evidence.orders().forEach(order -> owners.putIfAbsent(String.valueOf(order.userId()), "order " + order.id()));
        owners.forEach((userId, owned) -> {
            if (!evidence.accounts().contains(userId)) {
                findings.add(userId, "has %s, but no account", owned);
            }
        });
    }

    private static void requireMade(Answered answer, String path, Set<String> stored, Findings findings) {
        if (answer.asks("POST", path) && !stored.contains(Objects.requireNonNullElse(answer.id(), ""))) {
            findings.add(String.valueOf(answer.id()), "%s answered %d, but is not stored", path, answer.status());
        }
    }

    private static void requireCancelled(Answered answer, Map<String, Order> orders, Findings findings) {
        if (answer.asksBelow("DELETE", ORDERS + "/")) {
            var order = orders.get(subject(answer));
            if (order == null || order.isActive()) {
                findings.add(
                        subject(answer),
                        "cancelled by its buyer, but %s",
                        order == null ? "not stored" : order.status());
            }
        }
    }

    /** Services also accept ids in upper case, and ignore everything after a semicolon. */
    private static String subject(Answered answer) {
        var subject = Objects.requireNonNullElse(answer.subjectId(), "").replaceFirst(";.*", "");
        return subject.isEmpty() ? answer.path() : subject.toLowerCase(Locale.ROOT);
    }

    /** Sold although withdrawn is legal: the order came first. */
    private static void requireWithdrawn(Answered answer, Map<String, Ticket> tickets, Findings findings) {
        if (answer.asksBelow("DELETE", TICKETS + "/")) {
            var ticket = tickets.get(subject(answer));
            if (ticket == null
                    || ticket.status() == Ticket.Status.AVAILABLE
                    || ticket.status() == Ticket.Status.RESERVED) {
                findings.add(
                        subject(answer),
                        "withdrawn by its seller, but %s",
                        ticket == null ? "not stored" : ticket.status());
            }
        }
    }

    /** Users whose every request is recorded have nothing without a response. */
    private static void requireNothingBehind(Evidence evidence, Findings findings) {
        var known = evidence.answers().stream()
                .map(Answered::userId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        compare(
                made(evidence, ORDERS, answer -> answer.userId() + " " + answer.subjectId()),
                evidence.orders().stream()
                        .filter(order -> known.contains(order.userId()))
                        .collect(groupingBy(
                                order -> order.userId() + " " + order.ticketId(),
                                Collectors.mapping(Order::id, Collectors.toList()))),
                findings);
        compare(
                made(evidence, TICKETS, Answered::userId),
                evidence.tickets().stream()
                        .filter(ticket -> known.contains(ticket.userId()))
                        .collect(groupingBy(Ticket::userId, Collectors.mapping(Ticket::id, Collectors.toList()))),
                findings);
    }

    private static Map<String, List<Answered>> made(Evidence evidence, String path, Function<Answered, String> what) {
        return evidence.answers().stream()
                .filter(answer -> answer.userId() != null && answer.asks("POST", path) && !answer.isRefusal())
                .collect(groupingBy(what));
    }

    private static void compare(
            Map<String, List<Answered>> answered, Map<String, List<String>> stored, Findings findings) {
        stored.forEach((what, ids) -> {
            var answers = answered.getOrDefault(what, List.of());
            var told =
                    answers.stream().map(Answered::id).filter(Objects::nonNull).collect(Collectors.toSet());
            var untold = ids.stream().filter(id -> !told.contains(id)).toList();
            var uncertain = answers.stream().filter(Answered::isUncertain).count();
            if (untold.size() > uncertain) {
                findings.add(untold, "stored, but no request that made it was answered so");
            }
        });
    }

    private static void requireNoCharge(Evidence evidence, Findings findings) {
        var captured = evidence.intents().stream()
                .filter(intent -> intent.orderId() != null && intent.netCaptured() != 0)
                .collect(toMap(Intent::orderId, Intent::id, (one, other) -> one));
        evidence.answers().stream()
                .filter(answer -> answer.asks("POST", PAYMENTS) && answer.subjectId() != null)
                .collect(groupingBy(Answered::subjectId))
                .forEach((orderId, answers) -> {
                    if (captured.containsKey(orderId) && answers.stream().allMatch(Answered::isRefusal)) {
                        findings.add(List.of(orderId, captured.get(orderId)), "charged, but every payment was refused");
                    }
                });
    }
}
