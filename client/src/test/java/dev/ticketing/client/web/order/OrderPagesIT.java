package dev.ticketing.client.web.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.client.testing.Browser;
import dev.ticketing.client.testing.PageTest;
import dev.ticketing.client.testing.Site;
import dev.ticketing.testing.SignedIn;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class OrderPagesIT {

    private static final String GET = "GET /api/orders/" + Site.ORDER_ID;
    private static final Map<String, String> PURCHASE = Map.of("ticketId", Site.TICKET_ID);

    @Autowired
    Site site;

    private Browser buyer;

    @BeforeEach
    void usualDay() {
        site.usual();
        buyer = site.visitor().as(SignedIn.someone());
    }

    @Test
    void aPurchaseLeadsToItsOrder() {
        site.services().on("POST /api/orders", 201, Site.order("created", null));

        var answer = buyer.post("/orders", PURCHASE);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(Site.ORDER_PAGE);
        assertThat(site.services().call("POST /api/orders").body()).contains(Site.TICKET_ID);
    }

    @Test
    void whoIsSignedOutSignsInAndIsBackAtTheTicket() {
        var answer = site.visitor().post("/orders", PURCHASE);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/auth/signin?next=%2Ftickets%2F" + Site.TICKET_ID);
        assertThat(site.services().calls("POST /api/orders")).isEmpty();
    }

    @Test
    void whoWasSignedOutElsewhereSignsInAgain() {
        site.services().refuses("GET /api/orders", 401, "not-signed-in", "Sign in first.", null);

        assertThat(buyer.get("/orders?cursor=a").header("Location"))
                .isEqualTo("/auth/signin?next=%2Forders%3Fcursor%3Da");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "409|ticket-reserved|Somebody has this ticket on hold right now.",
                "409|ticket-sold|This ticket has been sold.",
                "403|own-ticket|This is your own ticket.",
                "429|too-many-holds|You hold as many tickets as one may at once. Pay for one or cancel one first."
            })
    void aRefusedPurchaseSaysWhyAtTheTicket(int status, String code, String words) {
        site.services().refuses("POST /api/orders", status, code, "You hold 20 already.", null);

        var page = buyer.post("/orders", PURCHASE);

        assertThat(page.status()).isEqualTo(status);
        assertThat(page.text("h1")).isEqualTo("Concert");
        assertThat(page.text("[role=alert] p")).isEqualTo(words);
    }

    @Test
    void whoWasTooLateIsShownOthersWithTheSameTitle() {
        var other = Site.ticket("available").replace(Site.TICKET_ID, "5f00000000000000000000aa");
        site.services().refuses("POST /api/orders", 409, "ticket-sold", "sold", null);
        site.services()
                .on(
                        "GET /api/tickets",
                        200,
                        "[" + Site.ticket("Concert and more", "available") + "," + Site.ticket("available") + ","
                                + other + "]");

        var page = buyer.post("/orders", PURCHASE);

        assertThat(page.text("[role=alert] h2")).isEqualTo("Somebody was faster");
        assertThat(page.html().select(".stub a").eachAttr("href")).containsExactly("/tickets/5f00000000000000000000aa");
        assertThat(site.services().call("GET /api/tickets").query()).contains("q=Concert", "sort=price");
    }

    @Test
    void whenOrdersAreAwayTheTicketIsShownAndItIsSaid() {
        site.services().on("POST /api/orders", 503, "");

        var page = buyer.post("/orders", PURCHASE);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text("h1")).isEqualTo("Concert");
        assertThat(page.text("[role=alert]")).startsWith("Orders cannot be shown or placed");
    }

    @Test
    void theListIsFilteredByStatus() {
        var page = buyer.get("/orders?status=complete");

        assertThat(site.services().call("GET /api/orders").query()).isEqualTo("status=complete");
        assertThat(page.texts(".tabs [aria-current]")).containsExactly("Paid");
        assertThat(buyer.get("/orders?status=nonsense").texts(".tabs [aria-current]"))
                .containsExactly("All");
    }

    @Test
    void aPaidOrderShowsItsStoryAndItsPayment() {
        site.services()
                .on(GET, 200, Site.order("complete", null).replace("\"version\":0", """
                        "version":2,"history":[{"at":"2026-01-01T12:00:00Z","status":"created"},
                        {"at":"2026-01-01T12:01:00Z","status":"awaiting:payment"},{"at":"2026-01-01T12:01:01Z","status":"complete"}]"""))
                .on("GET /api/payments", 200, """
                        [{"id":"5f00000000000000000000bb","orderId":"%s","status":"captured","amount":20.00,"currency":"usd",
                          "stripeId":"pi_1","createdAt":"2026-01-01T12:01:00Z"}]""".formatted(Site.ORDER_ID));

        var page = buyer.get(Site.ORDER_PAGE);

        assertThat(page.texts(".story strong"))
                .containsExactly(
                        "Reserved for you", "Card authorized, payment being confirmed", "Paid: the ticket is yours");
        assertThat(page.text(".facts")).contains("Charged", "pi_1");
    }

    @Test
    void aPaidOrderIsShownWithoutItsPaymentWhilePaymentsAreAway() {
        site.services().on(GET, 200, Site.order("complete", null)).on("GET /api/payments", 503, "");

        var page = buyer.get(Site.ORDER_PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text(".outcome h2")).isEqualTo("It’s yours");
        assertThat(page.text(".facts")).contains("Its details cannot be shown at this moment.");
    }

    @Test
    void pressingTwiceLeadsToTheOneOrder() {
        site.services().refuses("POST /api/orders", 409, "ticket-reserved", "reserved", null);
        site.services().on("GET /api/orders", 200, "[" + Site.order("created", null) + "]");

        assertThat(buyer.post("/orders", PURCHASE).header("Location")).isEqualTo(Site.ORDER_PAGE);
    }

    @Test
    void anUnknownTicketCannotBePurchased() {
        site.services().refuses("POST /api/orders", 404, "ticket-not-found", "none", null);

        assertThat(buyer.post("/orders", PURCHASE).status()).isEqualTo(404);
    }

    @Test
    void anOrderSaysWhatIsBoughtAndHowLongItIsHeld() {
        site.services().on(GET, 200, Site.order("created", null));

        var page = buyer.get(Site.ORDER_PAGE);

        assertThat(page.text("h1")).isEqualTo("Concert");
        assertThat(page.text(".facts .amount")).isEqualTo("$20.00");
        assertThat(page.text("[data-countdown-text]")).isEqualTo("14 minutes 32 seconds left");
        assertThat(page.html().select("[data-countdown]").attr("data-seconds-left"))
                .isEqualTo("872");
        assertThat(page.html().select("[data-countdown]").attr("data-pattern")).isEqualTo("{0} left");
        assertThat(page.html().select("[data-countdown] time").attr("datetime")).isEqualTo("2026-01-01T12:15:00Z");
        assertThat(page.has("button[name=cancel]")).isTrue();
        assertThat(page.html().select("noscript meta[http-equiv=refresh]").attr("content"))
                .isEqualTo("873");
    }

    @Test
    void anOrderBeingPaidTurnsByItself() {
        site.services().on(GET, 200, Site.order("awaiting:payment", null));

        var page = buyer.get(Site.ORDER_PAGE);

        assertThat(page.text(".outcome h2")).isEqualTo("Confirming…");
        assertThat(page.html().select("meta[http-equiv=refresh]").attr("content"))
                .isEqualTo("2");
        assertThat(page.has("main form")).isFalse();
    }

    @Test
    void aHoldWhoseTimeIsUpOffersNothing() {
        site.services().on(GET, 200, Site.order("created", null, "2026-01-01T12:15:01Z"));

        var page = buyer.get(Site.ORDER_PAGE);

        assertThat(page.text(".outcome h2")).isEqualTo("Time is up");
        assertThat(page.has("meta[http-equiv=refresh]")).isTrue();
        assertThat(page.has("main form")).isFalse();
    }

    @Test
    void aPaidOrderIsYours() {
        site.services().on(GET, 200, Site.order("complete", null));

        var page = buyer.get(Site.ORDER_PAGE);

        assertThat(page.text(".outcome h2")).isEqualTo("It’s yours");
        assertThat(page.has("main form")).isFalse();
        assertThat(page.has("meta[http-equiv=refresh]")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "buyer|You cancelled it.",
                "expired|The time to pay had passed",
                "ticket-unavailable|The seller had withdrawn the ticket.",
                "payment-failed|The payment could not be completed.",
            })
    void aCancelledOrderSaysWhyAndThatNothingWasCharged(String reason, String words) {
        site.services().on(GET, 200, Site.order("cancelled", reason));

        var page = buyer.get(Site.ORDER_PAGE);

        assertThat(page.text(".outcome")).contains(words, "Nothing was charged.");
        assertThat(page.has("main form")).isFalse();
    }

    @Test
    void cancellingLeadsBackToTheOrder() {
        site.services().on("DELETE /api/orders/" + Site.ORDER_ID, 204, "");

        var answer = buyer.post(Site.ORDER_PAGE, Map.of("cancel", "yes"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(Site.ORDER_PAGE);
    }

    @Test
    void cancellingWhatIsBeingPaidSaysSo() {
        site.services().on(GET, 200, Site.order("created", null));
        site.services().refuses("DELETE /api/orders/" + Site.ORDER_ID, 409, "order-complete", "paid", null);

        var page = buyer.post(Site.ORDER_PAGE, Map.of("cancel", "yes"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text("[role=alert]")).contains("cannot be cancelled any more");
    }

    @Test
    void theListShowsStatusDeadlineAndTotal() {
        site.services()
                .on(
                        "GET /api/orders",
                        200,
                        "[" + Site.order("created", null) + "," + Site.order("awaiting:payment", null) + ","
                                + Site.order("cancelled", "expired") + "]",
                        Map.of("Link", "<http://x/api/orders?cursor=5f>; rel=\"next\""));

        var page = buyer.get("/orders");

        assertThat(page.texts(".badge")).containsExactly("Reserved", "Confirming", "Cancelled");
        assertThat(page.html().select("main time").eachAttr("datetime"))
                .containsExactly("2026-01-01T12:15:00Z", "2026-01-01T12:00:00Z", "2026-01-01T12:00:00Z");
        assertThat(page.texts("main .price")).containsOnly("$20.00");
        assertThat(page.html().select(".stub a").attr("href")).isEqualTo(Site.ORDER_PAGE);
        assertThat(page.html().select("a[rel=next]").attr("href")).isEqualTo("/orders?cursor=5f");
    }

    @Test
    void anEmptyListLeadsToTheTickets() {
        assertThat(buyer.get("/orders").html().select(".empty a").attr("href")).isEqualTo("/");
    }

    @ParameterizedTest
    @CsvSource({"/orders", Site.ORDER_PAGE})
    void ordersNeedASession(String path) {
        assertThat(site.visitor().get(path).header("Location"))
                .isEqualTo("/auth/signin?next=" + path.replace("/", "%2F"));
    }

    @Test
    void anotherPersonsOrderIsNotFound() {
        assertThat(buyer.get(Site.ORDER_PAGE).status()).isEqualTo(404);
    }
}
