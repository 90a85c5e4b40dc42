package dev.ticketing.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoTicketsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    private final List<DemoEvent> events =
            new DemoEvents(1, TODAY).stream().limit(60).toList();

    @Test
    void sameSeedGivesTheSame() {
        assertThat(new DemoEvents(1, TODAY).stream().limit(60)).isEqualTo(events);
        assertThat(new DemoTickets(7, events).stream().limit(100))
                .isEqualTo(new DemoTickets(7, events).stream().limit(100).toList());
    }

    @Test
    void eventsAreInADozenCitiesAndInTheFuture() {
        assertThat(events).extracting(event -> event.city().name()).doesNotContainNull();
        assertThat(events.stream().map(event -> event.city().name()).distinct()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(events).allSatisfy(event -> {
            assertThat(event.startsAt().toLocalDate()).isBetween(TODAY.plusDays(3), TODAY.plusDays(240));
            assertThat(ZoneId.getAvailableZoneIds()).contains(event.city().timeZone());
        });
    }

    @Test
    void everyTicketCouldBeSold() {
        assertThat(new DemoTickets(1, events).stream().limit(2000)).allSatisfy(ticket -> {
            assertThat(ticket.price()).isBetween(new BigDecimal("0.50"), new BigDecimal("300"));
            assertThat(ticket.price().scale()).isEqualTo(2);
        });
    }

    @Test
    void teamNeverPlaysItself() {
        assertThat(new DemoEvents(2, TODAY).stream().limit(2000))
                .extracting(DemoEvent::name)
                .noneMatch(name -> name.matches("(.+) v \\1"));
    }
}
