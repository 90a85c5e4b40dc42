package dev.ticketing.systemtests.faults;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.check.evidence.Expectations;
import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.systemtests.Answer;
import dev.ticketing.systemtests.AtOnce;
import dev.ticketing.systemtests.Person;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everyone wants the same ticket. */
class RushIT extends Fault {

    private static final int BUYERS = 200;
    private static final int TICKETS = Size.of(4, 200);
    private static final int ROUNDS = Size.of(1, 20);

    @Override
    SuiteOptions prepared(SuiteOptions options) {
        return options.with("OPEN_HOLDS_PER_BUYER", "100000");
    }

    @Test
    void twoHundredBuyersWantEachTicket() throws Exception {
        var rush = "%d buyers at once for each of %d tickets, %d ×".formatted(BUYERS, TICKETS, ROUNDS);
        survives(rush, 0, Expectations.NONE, load -> {
            var seller = Person.signedUp(frontDoor(), journal());
            var buyers = People.signedUp(BUYERS, frontDoor(), journal());
            for (var round = 1; round <= ROUNDS; round++) {
                for (var ticket = 0; ticket < TICKETS; ticket++) {
                    wantAll(
                            buyers,
                            seller.lists("Rush %d/%d".formatted(round, ticket), "30")
                                    .id());
                }
                Outcomes.progress("  round %d of %d", round, ROUNDS);
            }
            return "one of %d bought each".formatted(BUYERS);
        });
    }

    private static void wantAll(List<Person> buyers, String ticketId) throws InterruptedException {
        var answers = AtOnce.call(buyers.size(), buyer -> buyers.get(buyer).orders(ticketId)).stream()
                .collect(groupingBy(Answer::status));
        assertThat(answers.get(201)).hasSize(1);
        assertThat(answers.get(409))
                .hasSize(buyers.size() - 1)
                .extracting(Answer::code)
                .containsOnly("ticket-reserved");
    }
}
