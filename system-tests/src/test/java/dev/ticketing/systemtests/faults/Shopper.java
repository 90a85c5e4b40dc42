package dev.ticketing.systemtests.faults;

import dev.ticketing.check.collect.AnswerJournal;
import dev.ticketing.systemtests.Answer;
import dev.ticketing.systemtests.Person;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Sells with one account and buys with another, repeatedly: mostly to pay, sometimes to change their mind, to try a
 * declined card first, or to leave. Repeats a request without a definite response with the same key.
 */
final class Shopper implements Runnable {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Person seller;
    private final Person buyer;
    private final Market market;
    private final Statistics statistics;
    private volatile boolean stopped;

    Shopper(URI frontDoor, AnswerJournal journal, Market market, Statistics statistics) {
        this.seller = Person.signedUp(frontDoor, journal);
        this.buyer = Person.signedUp(frontDoor, journal);
        this.market = market;
        this.statistics = statistics;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        for (var round = 1; !stopped; round++) {
            try {
                shop(round);
            } catch (RuntimeException e) {
                statistics.misbehaved("shopper: " + e);
            }
            pause();
        }
    }

    private void shop(int round) {
        var listed = posted(seller, "/api/tickets", "{\"title\":\"Seat %d\",\"price\":12.34}".formatted(round));
        if (listed.status() == 201) {
            market.offer(listed.id());
            var ticketId = market.pick();
            var order = posted(buyer, "/api/orders", "{\"ticketId\":\"%s\"}".formatted(ticketId));
            if (order.status() == 201) {
                decide(round, order.id(), ticketId);
            }
        }
    }

    private void decide(int round, String orderId, String ticketId) {
        switch (round % 8) {
            case 2 -> asked("the page of tickets", () -> buyer.get("/")); // and leave
            case 3 -> persistently("cancel", () -> buyer.cancels(orderId));
            case 5 -> {
                pay(orderId, "pm_card_visa_chargeDeclined");
                buy(orderId, ticketId);
            }
            default -> buy(orderId, ticketId);
        }
    }

    private void buy(String orderId, String ticketId) {
        if (pay(orderId, "tok_visa").status() == 201) {
            while (!stopped && !isDecided(orderId)) {
                pause();
            }
            while (!stopped && !isSold(ticketId, orderId)) {
                pause();
            }
        }
    }

    private Answer pay(String orderId, String token) {
        return posted(buyer, "/api/payments", "{\"orderId\":\"%s\",\"token\":\"%s\"}".formatted(orderId, token));
    }

    private boolean isDecided(String orderId) {
        var order = asked("order", () -> buyer.get("/api/orders/" + orderId));
        return order != null
                && order.status() == 200
                && (order.text("status").equals("complete")
                        || order.text("status").equals("cancelled"));
    }

    /** A late payment buys nothing. */
    private boolean isSold(String ticketId, String orderId) {
        var order = asked("order", () -> buyer.get("/api/orders/" + orderId));
        if (order != null && order.status() == 200 && order.text("status").equals("cancelled")) {
            return true;
        }
        var ticket = asked("ticket", () -> buyer.get("/api/tickets/" + ticketId));
        if (ticket != null && ticket.status() == 200 && ticket.text("status").equals("sold")) {
            statistics.bought();
            return true;
        }
        return false;
    }

    private Answer posted(Person who, String path, String body) {
        var key = UUID.randomUUID().toString();
        return persistently("POST " + path, () -> who.post(path, body, key));
    }

    /** The first definite response; the last response of all if stopped before. */
    private Answer persistently(String what, Supplier<Answer> request) {
        Answer answer;
        do {
            answer = asked(what, request);
        } while ((answer == null || answer.status() >= 500) && !stopped && pause());
        return answer == null ? Answer.NONE : answer;
    }

    /** {@code null} without a response. */
    private Answer asked(String what, Supplier<Answer> request) {
        var start = Instant.now();
        try {
            var answer = request.get();
            statistics.answered(what, answer, Duration.between(start, Instant.now()));
            return answer;
        } catch (UncheckedIOException e) {
            statistics.unanswered();
            return null;
        }
    }

    private static boolean pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
        return true;
    }
}
