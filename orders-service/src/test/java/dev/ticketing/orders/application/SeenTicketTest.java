package dev.ticketing.orders.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.orders.ticket.Ticket;
import dev.ticketing.orders.ticket.TicketFixture;
import dev.ticketing.web.input.InvalidInput;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenTicketTest {

    /** 40.00 usd since version 4, and 19.99 usd before. */
    private final Ticket edited = TicketFixture.edited("6b0028613e6a648727960b09");

    @ParameterizedTest
    @ValueSource(strings = {"40", "40.0", "40.00"})
    void priceIsComparedByItsValue(String price) {
        assertThatCode(() -> SeenTicket.of(null, new BigDecimal(price)).requireStill(edited))
                .doesNotThrowAnyException();
    }

    @Test
    void otherPriceIsRefusedWithBoth() {
        var seen = SeenTicket.of(null, new BigDecimal("19.99"));

        assertThatThrownBy(() -> seen.requireStill(edited)).isInstanceOfSatisfying(PriceChanged.class, changed -> {
            assertThat(changed.expected()).contains(new BigDecimal("19.99"));
            assertThat(changed.price()).isEqualByComparingTo("40");
        });
    }

    @Test
    void versionBeforeTheEditIsRefused() {
        assertThatThrownBy(() -> SeenTicket.of("\"3\"", null).requireStill(edited))
                .isInstanceOf(PriceChanged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"4\"", "\"5\"", "*", "\"3\", \"4\"", "W/\"4\""})
    void versionSinceTheEditIsFine(String ifMatch) {
        assertThatCode(() -> SeenTicket.of(ifMatch, null).requireStill(edited)).doesNotThrowAnyException();
    }

    @Test
    void requestWithoutAPriceAcceptsEveryPrice() {
        assertThatCode(() -> SeenTicket.of(null, null).requireStill(edited)).doesNotThrowAnyException();
    }

    @Test
    void laterVersionIsAhead() {
        assertThat(SeenTicket.of("\"5\"", null).isAheadOf(edited)).isTrue();
        assertThat(SeenTicket.of("\"4\"", null).isAheadOf(edited)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "\"x\"", "\"-1\"", "\"99999999999999999999\""})
    void invalidVersionIsRefused(String ifMatch) {
        assertThatThrownBy(() -> SeenTicket.of(ifMatch, null)).isInstanceOf(InvalidInput.class);
    }
}
