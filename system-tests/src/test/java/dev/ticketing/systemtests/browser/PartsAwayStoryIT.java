package dev.ticketing.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.systemtests.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One service is stopped; the pages report it and continue with the rest. */
class PartsAwayStoryIT extends Story {

    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final List<Window> WINDOWS = List.of(Window.PHONE, Window.DESKTOP);

    private final List<Visitor> visitors = new ArrayList<>();
    private String stopped;

    @AfterEach
    void startAgain() {
        visitors.forEach(Visitor::close);
        suite().process(stopped).start();
        awaitSuite(stopped);
    }

    @Test
    void withoutPaymentsATicketIsHeldAndItsOrderShown() {
        var ticketIds = List.of(listed(), listed());
        var buyers = buyers();
        stop("payments-service");

        for (var i = 0; i < WINDOWS.size(); i++) {
            var buyer = buyers.get(i).open("/tickets/" + ticketIds.get(i)).press("ticket.purchase");
            buyer.sees("pay.not-now").sees("order.total").looksRight("away-payments");
            buyer.press("order.cancel").confirms("order.cancel.confirm").sees("order.cancelled.buyer");
        }
    }

    @Test
    void withoutOrdersTicketsAreFoundAndSold() {
        var ticketId = listed();
        var buyers = buyers();
        stop("orders-service");

        buyers.forEach(buyer -> {
            buyer.open("/tickets/" + ticketId).press("ticket.purchase");
            buyer.sees("error.away.orders").seesText("Glass Orchard").looksRight("away-orders-purchase");
            buyer.open("/orders")
                    .isAt("error.away.title")
                    .sees("error.away.orders")
                    .looksRight("away-orders");
            buyer.open("/").isAt("search.title");
            buyer.open("/selling").isAt("selling.title");
        });
    }

    @Test
    void withoutTicketsOrdersArePaid() {
        var ticketIds = List.of(listed(), listed());
        var buyers = buyers();
        for (var i = 0; i < WINDOWS.size(); i++) {
            buyers.get(i)
                    .open("/tickets/" + ticketIds.get(i))
                    .press("ticket.purchase")
                    .sees("pay.sandbox");
        }
        stop("tickets-service");

        buyers.forEach(buyer -> {
            buyer.pays(BrowserStory.GOOD_CARD).sees("order.complete");
            buyer.open("/").isAt("error.away.title").sees("error.away.tickets").looksRight("away-tickets");
            buyer.open("/tickets/new").fill("title", "Kept").fill("price", "20").press("sell.submit");
            buyer.sees("error.away.tickets").looksRight("away-tickets-sell");
            assertThat(buyer.page().locator("#title").inputValue()).isEqualTo("Kept");
        });
    }

    @Test
    void signedInPeopleContinueWithoutAuth() {
        var ticketId = listed();
        var buyers = buyers();
        // so that every service has the keys for their sessions
        buyers.forEach(buyer -> buyer.open("/orders").isAt("orders.title"));
        stop("auth-service");

        buyers.forEach(buyer -> {
            buyer.open("/account").press("nav.signout").sees("error.away.auth").looksRight("away-auth");
            buyer.open("/tickets/" + ticketId).sees("ticket.purchase.hint");
            buyer.open("/orders").isAt("orders.title");
        });
        visiting(visitor -> {
            visitor.open("/auth/signin").fill("email", "a@example.com").fill("password", Visitor.PASSWORD);
            visitor.press("signin.submit").sees("error.away.auth").looksRight("away-auth-signin");
            assertThat(visitor.page().locator("#email").inputValue()).isEqualTo("a@example.com");
        });
    }

    private void stop(String process) {
        stopped = process;
        suite().process(process).stop(GRACE);
    }

    private String listed() {
        return visitor(Window.PHONE).signedUp().lists("Glass Orchard – Summer Tour, Waterworks Lisbon", "44");
    }

    private List<Visitor> buyers() {
        return WINDOWS.stream().map(window -> visitor(window).signedUp()).toList();
    }

    private void visiting(Consumer<Visitor> visit) {
        WINDOWS.forEach(window -> visit.accept(visitor(window)));
    }

    private Visitor visitor(Window window) {
        var visitor =
                new Visitor(frontDoor(), window, Texts.of(suite().options().home(), window.locale()));
        visitors.add(visitor);
        return visitor;
    }
}
