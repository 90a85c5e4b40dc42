package dev.ticketing.systemtests;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RaceStoryIT extends Story {

    private static final int BUYERS = 200;

    @Test
    void ofTwoHundredBuyersAtOnceExactlyOneGetsTheTicket() throws InterruptedException {
        var seller = Person.signedUp(frontDoor());
        var buyers = List.of(Person.signedUp(frontDoor()), Person.signedUp(frontDoor()));
        var ticketId = seller.lists("Everybody wants it", "99").id();

        var answers = AtOnce.call(BUYERS, each -> buyers.get(each % 2).orders(ticketId));

        assertThat(answers.stream().collect(groupingBy(Answer::status, counting())))
                .containsExactlyInAnyOrderEntriesOf(Map.of(201, 1L, 409, BUYERS - 1L));
    }

    @Test
    void impatientBuyerWhoPaysManyTimesIsChargedOnce() throws InterruptedException {
        var buyer = Person.signedUp(frontDoor());
        var order = buyer.orders(
                Person.signedUp(frontDoor()).lists("Double click", "15").id());

        var answers = AtOnce.call(10, each -> buyer.pays(order.id(), "tok_visa"));

        assertThat(answers).extracting(Answer::status).contains(201).containsAnyOf(201, 409);
        eventually().until(() -> buyer.orderStatus(order.id()).equals("complete"));
        assertThat(ledger().intentsOf(order.id())).hasSize(1);
        assertThat(ledger().netCaptured(order.id())).isEqualTo(1500);
    }
}
