package dev.ticketing.tickets.ticket;

import static dev.ticketing.tickets.ticket.TicketFixture.BUYER;
import static dev.ticketing.tickets.ticket.TicketFixture.NOW;
import static dev.ticketing.tickets.ticket.TicketFixture.ORDER;
import static dev.ticketing.tickets.ticket.TicketFixture.OTHER_ORDER;
import static dev.ticketing.tickets.ticket.TicketFixture.SELLER;
import static dev.ticketing.tickets.ticket.TicketFixture.UNTIL;
import static dev.ticketing.tickets.ticket.TicketFixture.available;
import static dev.ticketing.tickets.ticket.TicketFixture.ended;
import static dev.ticketing.tickets.ticket.TicketFixture.listing;
import static dev.ticketing.tickets.ticket.TicketFixture.reserved;
import static dev.ticketing.tickets.ticket.TicketFixture.sold;
import static dev.ticketing.tickets.ticket.TicketFixture.withEvent;
import static dev.ticketing.tickets.ticket.TicketFixture.withdrawn;
import static dev.ticketing.tickets.ticket.TicketStatus.AVAILABLE;
import static dev.ticketing.tickets.ticket.TicketStatus.ENDED;
import static dev.ticketing.tickets.ticket.TicketStatus.RESERVED;
import static dev.ticketing.tickets.ticket.TicketStatus.SOLD;
import static dev.ticketing.tickets.ticket.TicketStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ticketing.events.TicketEvent.TicketCreated;
import dev.ticketing.events.TicketEvent.TicketUpdated;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TicketTest {

    @Test
    void listedTicketIsAvailableAndPublished() {
        var ticket = available();

        assertThat(ticket.status()).isEqualTo(AVAILABLE);
        assertThat(ticket.version()).isZero();
        assertThat(ticket.raisedEvents())
                .containsExactly(new TicketCreated(ticket.id(), "Concert", 1999, "usd", SELLER, "available"));
    }

    @Test
    void ticketEndsWhenItsEventBegins() {
        var ticket = withEvent();
        assertUnchanged(ticket, it -> it.end(UNTIL.minusMillis(1)));

        ticket.end(UNTIL);

        assertThat(ticket.status()).isEqualTo(ENDED);
        assertThat(ticket.raisedEvents().getLast())
                .isInstanceOfSatisfying(
                        TicketUpdated.class, event -> assertThat(event.status()).isEqualTo("ended"));
        assertUnchanged(ticket, it -> it.end(UNTIL));
        assertUnchanged(available(), it -> it.end(UNTIL));
        assertThatExceptionOfType(TicketNotForSale.class).isThrownBy(() -> ticket.edit(listing("Late", 100)));
    }

    @Test
    void ticketReleasedAfterTheBeginningHasEnded() {
        var ticket = withEvent();
        ticket.reserve(ORDER, 0, UNTIL);

        ticket.release(ORDER, UNTIL);

        assertThat(ticket.status()).isEqualTo(ENDED);
    }

    @Test
    void orderThatWasPlacedInTimeBuysAnEndedTicket() {
        var ticket = withEvent();
        ticket.end(UNTIL);

        ticket.reserve(ORDER, 0, UNTIL);
        ticket.sell(ORDER, BUYER);

        assertThat(ticket.status()).isEqualTo(SOLD);
    }

    @Test
    void editedTicketHasItsNewTitleAndPrice() {
        var ticket = available();

        ticket.edit(listing("Opera", 2500));

        assertThat(ticket.title()).isEqualTo("Opera");
        assertThat(ticket.price()).isEqualTo(new Price(2500, "usd"));
        assertLastEvent(ticket, 1, "available", null);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AVAILABLE")
    void onlyAvailableTicketsCanBeEdited(TicketStatus status) {
        var ticket = in(status);

        assertRefused(ticket, "ticket-" + status, it -> it.edit(listing("Opera", 2500)));
    }

    @Test
    void withdrawnTicketIsPublished() {
        var ticket = withdrawn();

        assertThat(ticket.status()).isEqualTo(WITHDRAWN);
        assertLastEvent(ticket, 1, "withdrawn", null);
    }

    @Test
    void withdrawingAgainChangesNothing() {
        assertUnchanged(withdrawn(), Ticket::withdraw);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESERVED", "SOLD"})
    void heldTicketCannotBeWithdrawn(TicketStatus status) {
        assertRefused(in(status), "ticket-" + status, Ticket::withdraw);
    }

    @Test
    void orderReservesAnAvailableTicket() {
        var ticket = reserved();

        assertThat(ticket.status()).isEqualTo(RESERVED);
        assertThat(ticket.orderId()).isEqualTo(ORDER);
        assertLastEvent(ticket, 1, "reserved", ORDER);
    }

    @Test
    void isReservedUntilItsOrderExpires() {
        var ticket = reserved();
        assertThat(ticket.reservedUntil()).isEqualTo(TicketFixture.UNTIL);

        ticket.release(ORDER, NOW);

        assertThat(ticket.reservedUntil()).isNull();
        assertThat(sold().reservedUntil()).isNull();
    }

    @Test
    void reservingForTheSameOrderAgainChangesNothing() {
        assertUnchanged(reserved(), ticket -> ticket.reserve(ORDER, 0, TicketFixture.UNTIL));
        assertUnchanged(sold(), ticket -> ticket.reserve(ORDER, 0, TicketFixture.UNTIL));
    }

    @Test
    void nextOrderReservesTheTicketOnceTheOneBeforeIsCancelled() {
        var ticket = reserved();

        ticket.reserve(OTHER_ORDER, 0, TicketFixture.UNTIL);
        assertLastEvent(ticket, 2, "reserved", ORDER);
        ticket.release(ORDER, NOW);

        assertThat(ticket.orderId()).isEqualTo(OTHER_ORDER);
        assertLastEvent(ticket, 3, "reserved", OTHER_ORDER);
    }

    @Test
    void orderThatIsOverAndComesLateDoesNotTakeTheTicketAway() {
        var ticket = reserved();

        ticket.reserve(OTHER_ORDER, 0, TicketFixture.UNTIL);
        ticket.release(OTHER_ORDER, NOW);

        assertThat(ticket.orderId()).isEqualTo(ORDER);
        assertLastEvent(ticket, 3, "reserved", ORDER);
    }

    @Test
    void orderThatIsOverAndComesLateDoesNotTakeASoldTicket() {
        assertUnchanged(sold(), ticket -> ticket.reserve(OTHER_ORDER, 0, TicketFixture.UNTIL));
    }

    @Test
    void nextOrderMayCompleteBeforeTheNewsOfTheOneBefore() {
        var ticket = reserved();

        ticket.reserve(OTHER_ORDER, 0, TicketFixture.UNTIL);
        ticket.sell(OTHER_ORDER, BUYER);

        assertLastEvent(ticket, 3, "sold", OTHER_ORDER);
        assertUnchanged(ticket, it -> it.release(ORDER, NOW));
    }

    @Test
    void reservationOfAWithdrawnTicketRepublishesIt() {
        var ticket = withdrawn();

        ticket.reserve(ORDER, 0, TicketFixture.UNTIL);

        assertThat(ticket.status()).isEqualTo(WITHDRAWN);
        assertThat(ticket.orderId()).isNull();
        assertLastEvent(ticket, 2, "withdrawn", null);
        assertUnchanged(ticket, it -> it.reserve(ORDER, 0, TicketFixture.UNTIL));
    }

    @Test
    void orderThatIsOlderThanTheLastEditGetsNoHold() {
        var ticket = available();
        ticket.edit(listing("Concert", 4000));

        ticket.reserve(ORDER, 0, TicketFixture.UNTIL);

        assertThat(ticket.status()).isEqualTo(AVAILABLE);
        assertLastEvent(ticket, 2, "available", null);
    }

    @Test
    void editThatChangesNothingLeavesTheOrderItsHold() {
        var ticket = available();
        ticket.edit(listing("Concert", 1999));

        ticket.reserve(ORDER, 0, TicketFixture.UNTIL);

        assertLastEvent(ticket, 2, "reserved", ORDER);
    }

    @Test
    void orderThatHasSeenTheLastEditGetsItsHold() {
        var ticket = available();
        ticket.edit(listing("Concert", 4000));

        ticket.reserve(ORDER, 1, TicketFixture.UNTIL);

        assertLastEvent(ticket, 2, "reserved", ORDER);
    }

    @Test
    void everyReservationOfAWithdrawnTicketRepublishesIt() {
        var ticket = withdrawn();

        ticket.reserve(ORDER, 0, TicketFixture.UNTIL);
        ticket.reserve(OTHER_ORDER, 0, TicketFixture.UNTIL);

        assertLastEvent(ticket, 3, "withdrawn", null);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SOLD")
    void completedOrderHasBoughtTheTicketWhereverItStands(TicketStatus status) {
        var ticket = in(status);
        var before = ticket.version();

        ticket.sell(ORDER, BUYER);

        assertThat(ticket.status()).isEqualTo(SOLD);
        assertThat(ticket.orderId()).isEqualTo(ORDER);
        assertLastEvent(ticket, before + 1, "sold", ORDER);
    }

    @Test
    void sellingToTheSameOrderAgainChangesNothing() {
        assertUnchanged(sold(), ticket -> ticket.sell(ORDER, BUYER));
    }

    @Test
    void ticketIsSoldOnce() {
        var ticket = sold();

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> ticket.sell(OTHER_ORDER, BUYER));
    }

    @Test
    void cancelledOrderFreesTheTicketItHolds() {
        var ticket = reserved();

        ticket.release(ORDER, NOW);

        assertThat(ticket.status()).isEqualTo(AVAILABLE);
        assertThat(ticket.orderId()).isNull();
        assertLastEvent(ticket, 2, "available", null);
    }

    @Test
    void cancelledOrderWithoutAReservationChangesNothing() {
        assertUnchanged(reserved(), ticket -> ticket.release(OTHER_ORDER, NOW));
        assertUnchanged(available(), ticket -> ticket.release(ORDER, NOW));
        assertUnchanged(withdrawn(), ticket -> ticket.release(ORDER, NOW));
        assertUnchanged(sold(), ticket -> ticket.release(ORDER, NOW));
    }

    private static Ticket in(TicketStatus status) {
        return switch (status) {
            case AVAILABLE -> available();
            case RESERVED -> reserved();
            case SOLD -> sold();
            case WITHDRAWN -> withdrawn();
            case ENDED -> ended();
        };
    }

    private static void assertRefused(Ticket ticket, String code, Consumer<Ticket> decision) {
        var before = ticket.version();
        assertThatExceptionOfType(TicketNotForSale.class)
                .isThrownBy(() -> decision.accept(ticket))
                .returns(code, TicketNotForSale::code);
        assertThat(ticket.version()).isEqualTo(before);
    }

    private static void assertUnchanged(Ticket ticket, Consumer<Ticket> decision) {
        var status = ticket.status();
        var version = ticket.version();
        decision.accept(ticket);
        assertThat(ticket.status()).isEqualTo(status);
        assertThat(ticket.version()).isEqualTo(version);
    }

    private static void assertLastEvent(Ticket ticket, long version, String status, String orderId) {
        assertThat(ticket.version()).isEqualTo(version);
        assertThat(ticket.raisedEvents().getLast())
                .isEqualTo(new TicketUpdated(
                        ticket.id(),
                        ticket.title(),
                        ticket.price().minor(),
                        ticket.price().currency(),
                        SELLER,
                        status,
                        orderId,
                        ticket.listing().details()));
    }
}
