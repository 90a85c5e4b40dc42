package dev.ticketing.simulator;

import java.util.List;

/**
 * The indispensable defences. The simulator detects the lack of each; when a quoted line changes in the code, it must
 * change here.
 */
final class Mutants {

    private static final String MESSAGING = "common/messaging/src/main/java/dev/ticketing/messaging/";
    private static final String WEB = "common/web/src/main/java/dev/ticketing/web/";
    private static final String DOCUMENTS = "common/documents/src/main/java/dev/ticketing/documents/";
    private static final String ORDERS = "orders-service/src/main/java/dev/ticketing/orders/";
    private static final String TICKETS = "tickets-service/src/main/java/dev/ticketing/tickets/ticket/";
    private static final String PAYMENTS = "payments-service/src/main/java/dev/ticketing/payments/";

    private Mutants() {}

    static List<Mutant> all() {
        return List.of(
                new Mutant("unique index: one active order per ticket", ORDERS + "order/Order.java", """
                            @Indexed(unique = true, sparse = true)
                            private @Nullable String activeTicketId;
                        """, """
                            private @Nullable String activeTicketId;
                        """),
                new Mutant("unique index: the cap of unpaid orders", ORDERS + "order/Order.java", """
                            @Indexed(unique = true, sparse = true)
                            private @Nullable String holdSlot;
                        """, """
                            private @Nullable String holdSlot;
                        """),
                new Mutant("unique index: one payment per order", PAYMENTS + "payment/Payment.java", """
                            @Indexed(unique = true)
                            private String orderId;
                        """, """
                            private String orderId;
                        """),
                new Mutant("unique index: one document per Idempotency-Key", TICKETS + "Ticket.java", """
                            @Indexed(unique = true, sparse = true)
                            private @Nullable String madeBy;
                        """, """
                            private @Nullable String madeBy;
                        """),
                new Mutant(
                        "a key is claimed before anything is done",
                        WEB + "idempotency/IdempotentRequests.java",
                        "            mongo.insert(claim);\n",
                        ""),
                new Mutant(
                        "a repetition has the token of the first request",
                        WEB + "idempotency/IdempotentRequests.java",
                        "orElseGet(() -> made(type, first.get(), make));",
                        "orElseGet(() -> made(type, own, make));"),
                new Mutant(
                        "a repetition that was slower gets what the first has made",
                        WEB + "idempotency/IdempotentRequests.java",
                        "            return madeBy(type, claim).orElseThrow(() -> e);\n",
                        "            throw e;\n"),
                new Mutant(
                        "a key belongs to one body",
                        WEB + "idempotency/IdempotentRequests.java",
                        "        first.ifPresent(own::requireSameRequest);\n",
                        ""),
                new Mutant("optimistic lock of aggregates", MESSAGING + "outbox/Aggregate.java", """
                            @Version
                            private @Nullable Long lock;
                        """, """
                            private @Nullable Long lock;
                        """),
                new Mutant(
                        "retry after a conflict",
                        DOCUMENTS + "RetryOnConflict.java",
                        "maxRetries = 100",
                        "maxRetries = 0"),
                new Mutant("expiry check in the claim", ORDERS + "order/Order.java", """
                                if (isOverdue(now)) {
                                    cancel(CancelReason.EXPIRED, now);
                                } else if (status == CREATED) {
                        """, """
                                if (status == CREATED) {
                        """),
                new Mutant("claim of an undecided order only", ORDERS + "order/Order.java", """
                                } else if (status == CREATED) {
                                    if (!replica.isHeldBy(id())) {
                                        throw new HoldNotConfirmed(id());
                                    }
                                    become(AWAITING_PAYMENT, null, now);
                        """, """
                                } else {
                                    if (!replica.isHeldBy(id())) {
                                        throw new HoldNotConfirmed(id());
                                    }
                                    status = AWAITING_PAYMENT;
                        """),
                new Mutant("deadline check of a stale or early timer", ORDERS + "order/Order.java", """
                            public void expire(Instant now) {
                                if (isOverdue(now)) {
                        """, """
                            public void expire(Instant now) {
                                if (status == CREATED) {
                        """),
                new Mutant(
                        "no cancelling while the order is being paid",
                        ORDERS + "order/Order.java",
                        "if (status == AWAITING_PAYMENT || status == COMPLETE) {",
                        "if (status == COMPLETE) {"),
                new Mutant(
                        "a cancelled order leaves the unique index",
                        ORDERS + "order/Order.java",
                        "        activeTicketId = null;\n",
                        ""),
                new Mutant(
                        "sweep of overdue orders",
                        ORDERS + "application/OverdueOrders.java",
                        "    @Scheduled(fixedDelay = 1000)\n",
                        ""),
                new Mutant("orderId comparison on release", TICKETS + "Ticket.java", """
                                if (status != RESERVED || !holds.remove(orderId)) {
                                    return;
                                }
                        """, """
                                if (status != RESERVED) {
                                    return;
                                }
                                holds.clear();
                        """),
                new Mutant(
                        "no hold for an order that is older than the last edit",
                        TICKETS + "Ticket.java",
                        "if (seenVersion < listedVersion) {",
                        "if (seenVersion < 0) {"),
                new Mutant(
                        "no claim before the hold is confirmed",
                        ORDERS + "order/Order.java",
                        "if (!replica.isHeldBy(id())) {",
                        "if (id() == null) {"),
                new Mutant(
                        "version gate: gaps wait",
                        MESSAGING + "gate/VersionGate.java",
                        "return incoming == lastHandled + 1 ? Verdict.APPLY : Verdict.GAP;",
                        "return Verdict.APPLY;"),
                new Mutant(
                        "version gate: what was handled is stale",
                        MESSAGING + "gate/VersionGate.java",
                        "            return Verdict.STALE;\n",
                        "            return Verdict.APPLY;\n"),
                new Mutant(
                        "handled versions are noted",
                        MESSAGING + "consumer/EventProcessor.java",
                        "        handled.advance(envelope);\n",
                        ""),
                new Mutant(
                        "ack after the write",
                        MESSAGING + "consumer/MessageAcknowledger.java",
                        "            var outcome = processor.process(message.getData());\n",
                        "            message.ack();\n            var outcome = processor.process(message.getData());\n"),
                new Mutant(
                        "an event that came too early comes again",
                        MESSAGING + "consumer/MessageAcknowledger.java",
                        "                message.nakWithDelay(RetryPolicy.delay(deliveries(message)));\n            } else {\n",
                        "                message.ack();\n            } else {\n"),
                new Mutant(
                        "an event that failed comes again",
                        MESSAGING + "consumer/MessageAcknowledger.java",
                        "        message.nakWithDelay(delay);\n",
                        "        message.ack();\n"),
                new Mutant(
                        "publish before the outbox entry is removed",
                        MESSAGING + "outbox/OutboxRelay.java",
                        "        underWay.computeIfAbsent(\n",
                        "        pull(outbox, entry);\n        underWay.computeIfAbsent(\n"),
                new Mutant(
                        "what was not published stays in the outbox",
                        MESSAGING + "outbox/OutboxRelay.java",
                        "        if (failure == null) {\n",
                        "        if (failure == null || failure != null) {\n"),
                new Mutant(
                        "sweep of the outboxes",
                        MESSAGING + "outbox/OutboxRelay.java",
                        "                    sweep(clock.instant().minus(LEFT_BEHIND_AFTER));\n",
                        ""),
                new Mutant(
                        "Nats-Msg-Id of an event is always the same",
                        MESSAGING + "wire/EventStream.java",
                        ".put(\"Nats-Msg-Id\", message.messageId())",
                        ".put(\"Nats-Msg-Id\", message.messageId() + \":\" + System.nanoTime())"),
                new Mutant(
                        "the request is noted in what it makes",
                        ORDERS + "application/OrderService.java",
                        "        order.madeBy(madeBy);\n",
                        ""),
                new Mutant(
                        "one attempt to pay at a time",
                        PAYMENTS + "application/PaymentService.java",
                        "        if (payment.attempts().isHeld(now)) {\n            return join(payment, request);\n        }\n",
                        ""),
                new Mutant(
                        "idempotency key of the authorization",
                        PAYMENTS + "settlement/CardAttempt.java",
                        "\"authorize:\" + payment.orderId() + \":\" + attempt.number());",
                        "\"authorize:\" + payment.orderId() + \":\" + System.nanoTime());"),
                new Mutant(
                        "manual capture: no money before the claim",
                        PAYMENTS + "stripe/StripeApi.java",
                        "CaptureMethod.MANUAL",
                        "CaptureMethod.AUTOMATIC"),
                new Mutant(
                        "the authorization of a lost order is let go",
                        PAYMENTS + "settlement/Settlement.java",
                        "case PENDING, REQUIRES_ACTION, AUTHORIZED -> letGo(payment);",
                        "case PENDING, REQUIRES_ACTION, AUTHORIZED -> {}"),
                new Mutant(
                        "an authorization that cannot be captured is let go",
                        PAYMENTS + "settlement/Settlement.java",
                        "found.status().isLive() ? canceled(found.id(), voidKey(payment)) : found;",
                        "found;"),
                new Mutant(
                        "a spent idempotency key is left",
                        PAYMENTS + "stripe/StripeApi.java",
                        "            if (!e.isKeySpent()) {\n                throw e;\n            }\n",
                        "            if (e != null) {\n                throw e;\n            }\n"),
                new Mutant(
                        "an attempt without its key is looked for",
                        PAYMENTS + "settlement/CardAttempt.java",
                        "        if (!attempt.keySpent()) {\n",
                        "        if (attempt != null) {\n"),
                new Mutant(
                        "reconciler",
                        PAYMENTS + "settlement/Reconciler.java",
                        "    @Scheduled(fixedDelayString = \"PT10S\")\n",
                        ""),
                new Mutant(
                        "sweep of the inbox",
                        PAYMENTS + "webhook/Inbox.java",
                        "    @Scheduled(fixedDelayString = \"PT5S\")\n",
                        ""));
    }
}
