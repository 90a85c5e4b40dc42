package dev.ticketing.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KilledProcessStoryIT extends Story {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth-service",
                "tickets-service",
                "orders-service",
                "payments-service",
                "expiration-service",
                "client",
                "front-door",
                "nats",
                "mongodb",
                "redis",
                "stripe-sandbox"
            })
    void storyGoesOnAfterAProcessIsKilled(String victim) {
        var seller = Person.signedUp(frontDoor());
        var buyer = Person.signedUp(frontDoor());
        var ticketId = seller.lists("Survivor", "12").id();
        var order = eventuallyDone(() -> buyer.orders(ticketId), 201);

        suite().process(victim).kill();

        eventuallyDone(() -> buyer.pays(order.id(), "tok_visa"), 201, 409);
        eventually().until(() -> buyer.orderStatus(order.id()).equals("complete"));
        eventually().until(() -> buyer.ticketStatus(ticketId).equals("sold"));
        assertThat(ledger().netCaptured(order.id())).isEqualTo(1200);
        suite().process(victim).awaitReady(START);
    }

    /** Asks again as long as a part of the suite is away. */
    private static Answer eventuallyDone(java.util.concurrent.Callable<Answer> call, Integer... done) {
        return eventually()
                .ignoreExceptions()
                .until(call, answer -> java.util.List.of(done).contains(answer.status()));
    }
}
