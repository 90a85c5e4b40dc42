package dev.ticketing.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DemoTicketsTest {

    private static final LocalDate TODAY = LocalDate.of(2030, 1, 31);

    @Test
    void sameSeedGivesSameTickets() {
        var first = new DemoTickets(7, TODAY).stream().limit(50).toList();

        assertThat(new DemoTickets(7, TODAY).stream().limit(50)).isEqualTo(first);
    }

    @Test
    void everyTicketCouldBeSold() {
        assertThat(new DemoTickets(1, TODAY).stream().limit(2000)).allSatisfy(ticket -> {
            assertThat(ticket.title())
                    .hasSizeBetween(10, 120)
                    .isEqualTo(ticket.title().strip());
            assertThat(ticket.price()).isBetween(new BigDecimal("0.50"), new BigDecimal("300"));
            assertThat(ticket.price().scale()).isEqualTo(2);
        });
    }

    @Test
    void teamNeverPlaysItself() {
        assertThat(new DemoTickets(2, TODAY).stream().limit(2000))
                .extracting(DemoTicket::title)
                .noneMatch(title -> title.matches("(.+) v \\1,.*"));
    }
}
