package dev.ticketing.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Codes are attached while tickets-service is killed; sellers repeat what was not answered. */
class AttachingStoryIT extends Story {

    private static final String VICTIM = "tickets-service";
    private static final int TICKETS = 24;
    private static final int AT_ONCE = 6;

    private final Person seller = Person.signedUp(frontDoor());
    private final AtomicInteger attached = new AtomicInteger();

    @Test
    void killedServiceLosesNoCodeAndListsNoneTwice() throws Exception {
        var tickets = IntStream.range(0, TICKETS)
                .mapToObj(at -> seller.lists("Seat " + at, "20").id())
                .toList();

        attachAll(tickets);
        awaitSuite(VICTIM);

        assertThat(tickets).allSatisfy(ticket -> {
            assertThat(seller.get("/api/tickets/" + ticket).text("delivery")).isEqualTo("instant");
            assertThat(seller.get("/api/tickets/" + ticket + "/content").status())
                    .isEqualTo(200);
        });
        var other = Person.signedUp(frontDoor());
        var copy = other.lists("Copy", "20").id();
        assertThat(tickets)
                .allSatisfy(ticket ->
                        assertThat(other.attaches(copy, code(ticket)).code()).isEqualTo("ticket-listed-already"));
        assertThat(seller.removesContent(tickets.getFirst()).status()).isEqualTo(204);
        assertThat(other.attaches(copy, code(tickets.getFirst())).status()).isEqualTo(200);
    }

    private void attachAll(List<String> tickets) throws Exception {
        try (var sellers = Executors.newFixedThreadPool(AT_ONCE)) {
            var all = tickets.stream()
                    .<Future<?>>map(ticket -> sellers.submit(() -> attach(ticket)))
                    .toList();
            eventually().until(() -> attached.get() > 2);
            suite().process(VICTIM).kill();
            for (var one : all) {
                one.get();
            }
        }
    }

    /** Until it is answered: the first attempt may have taken effect. */
    private void attach(String ticket) {
        eventually()
                .atMost(START)
                .ignoreExceptions()
                .until(() -> seller.attaches(ticket, code(ticket)).status() == 200);
        attached.incrementAndGet();
    }

    private static String code(String ticket) {
        return "CODE-" + ticket;
    }
}
