package dev.ticketing.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.suite.Port;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KilledProcessStoryIT extends Story {

    static List<String> processes() {
        return Port.all().stream().map(Port::owner).toList();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void storyContinuesAfterAProcessIsKilled(String victim) {
        var seller = Person.signedUp(frontDoor());
        var buyer = Person.signedUp(frontDoor());
        var ticketId = seller.lists("Survivor", "12").id();
        var order = eventuallyDone(() -> buyer.orders(ticketId), 201);

        suite().process(victim).kill();

        eventuallyDone(() -> buyer.pays(order.id(), "tok_visa"), 201, 409);
        eventually().until(() -> buyer.orderStatus(order.id()).equals("complete"));
        eventually().until(() -> buyer.ticketStatus(ticketId).equals("sold"));
        assertThat(ledger().netCaptured(order.id())).isEqualTo(1200);
        awaitSuite(victim);
    }

    /** Repeats the request while a part of the suite is down. */
    private static Answer eventuallyDone(java.util.concurrent.Callable<Answer> call, Integer... done) {
        return eventually()
                .atMost(START)
                .ignoreExceptions()
                .until(call, answer -> List.of(done).contains(answer.status()));
    }
}
