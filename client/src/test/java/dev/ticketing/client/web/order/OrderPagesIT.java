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
    private static final Map<String, String> CANCEL = Map.of("cancel", "yes", "confirmed", "yes");
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
    void visitorWithABrokenTicketIdStillSignsIn() {
        var answer = site.visitor().post("/orders", Map.of("ticketId", "%", "price", "20.00"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/auth/signin");
    }

    @Test
    void signedOutVisitorSignsInAndReturnsToTheTicket() {
        var answer = site.visitor().post("/orders", PURCHASE);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/auth/signin?next=%2Ftickets%2F" + Site.TICKET_ID);
        assertThat(site.services().calls("POST /api/orders")).isEmpty();
    }

    @Test
    void visitorSignedOutElsewhereSignsInAgain() {
        site.services().refuses("GET /api/orders", 401, "not-signed-in", "Sign in first.", null);

        var signIn = buyer.get("/orders?cursor=a").header("Location");

        assertThat(signIn).isEqualTo("/auth/signin?again=true&next=%2Forders%3Fcursor%3Da");
        var page = buyer.get(signIn);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.value("[name=next]")).isEqualTo("/orders?cursor=a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "409|ticket-reserved|A buyer has reserved this ticket.",
                "409|ticket-sold|This ticket has been sold.",
                "403|own-ticket|This is your own ticket.",
                "429|too-many-holds|You have reached the limit of reserved tickets. Pay for one or cancel one first."
            })
    void refusedPurchaseShowsTheReasonAtTheTicket(int status, String code, String words) {
        site.services().refuses("POST /api/orders", status, code, "You hold 20 already.", null);

        var page = buyer.post("/orders", PURCHASE);

        assertThat(page.status()).isEqualTo(status);
        assertThat(page.text("h1")).isEqualTo("Concert");
        assertThat(page.text("[role=alert] p")).isEqualTo(words);
    }

    @Test
    void lateBuyerSeesOthersWithTheSameTitle() {
        var other = Site.ticket("available").replace(Site.TICKET_ID, "5f00000000000000000000aa");
        site.services().refuses("POST /api/orders", 409, "ticket-sold", "sold", null);
        site.services()
                .on(
                        "GET /api/tickets",
                        200,
                        "[" + Site.ticket("Concert and more", "available") + "," + Site.ticket("available") + ","
                                + other + "]");

        var page = buyer.post("/orders", PURCHASE);

        assertThat(page.text("[role=alert] h2")).isEqualTo("Someone got there first");
        assertThat(page.html().select(".stub a").eachAttr("href")).containsExactly("/tickets/5f00000000000000000000aa");
        assertThat(site.services().call("GET /api/tickets").query()).contains("q=Concert", "sort=price");
    }

    @Test
    void purchaseContainsWhatTheVisitorSaw() {
        site.services().on("POST /api/orders", 201, Site.order("created", null));
        var form = site.visitor().get(Site.TICKET_PAGE);
        var seen = Map.of(
                "ticketId",
                Site.TICKET_ID,
                "price",
                form.value("[name=price]"),
                "version",
                form.value("[name=version]"));

        buyer.post("/orders", seen);

        var call = site.services().call("POST /api/orders");
        assertThat(call.body()).contains("\"expectedPrice\":\"" + seen.get("price") + "\"");
        assertThat(call.header("If-Match")).isEqualTo("\"" + seen.get("version") + "\"");
    }

    @Test
    void aChangedPriceIsShownBeforeAnythingIsReserved() {
        site.services().refuses("POST /api/orders", 409, "price-changed", "changed", null);

        var page = buyer.post("/orders", PURCHASE);

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text("[role=alert]"))
                .isEqualTo("The seller has just changed the price. Check it before you purchase.");
        assertThat(page.has("form[action='/orders'] button")).isTrue();
    }

    @Test
    void whenOrdersAreAwayTheTicketIsShownAndItIsSaid() {
        site.services().on("POST /api/orders", 503, "");

        var page = buyer.post("/orders", PURCHASE);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text("h1")).isEqualTo("Concert");
        assertThat(page.text("[role=alert]")).startsWith("Orders are unavailable");
    }

    @Test
    void theListIsFilteredByStatus() {
        var page = buyer.get("/orders?status=complete");

        assertThat(site.services().call("GET /api/orders").query()).isEqualTo("status=complete");
        assertThat(page.texts(".tabs [aria-current]")).containsExactly("Paid");
        assertThat(page.texts(".tabs a")).containsExactly("All", "To pay", "Confirming", "Paid", "Cancelled");
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
        assertThat(page.text(".facts")).contains("The payment details are unavailable at the moment.");
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
    void orderShowsTheTicketAndTheTimeLeft() {
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
                "expired|You did not pay in time",
                "ticket-unavailable|The seller had already withdrawn the ticket.",
                "ticket-changed|The seller changed the ticket just before you reserved it.",
                "payment-failed|The payment could not be completed.",
            })
    void cancelledOrderShowsTheReasonAndThatNothingWasCharged(String reason, String words) {
        site.services().on(GET, 200, Site.order("cancelled", reason));

        var page = buyer.get(Site.ORDER_PAGE);

        assertThat(page.text(".outcome")).contains(words, "Nothing was charged.");
        assertThat(page.has("main form")).isFalse();
    }

    @Test
    void cancellingLeadsBackToTheOrder() {
        site.services().on("DELETE /api/orders/" + Site.ORDER_ID, 204, "");

        var answer = buyer.post(Site.ORDER_PAGE, CANCEL);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(Site.ORDER_PAGE);
        assertThat(answer.headers("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("done="));
    }

    @Test
    void cancellingIsConfirmedFirst() {
        site.services().on(GET, 200, Site.order("created", null));

        var page = buyer.post(Site.ORDER_PAGE, Map.of("cancel", "yes"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text("h1")).isEqualTo("Cancel this order?");
        assertThat(page.value("[name=confirmed]")).isEqualTo("yes");
        assertThat(site.services().calls("DELETE /api/orders/" + Site.ORDER_ID)).isEmpty();
    }

    @Test
    void lastTwentySecondsAreUrgent() {
        site.services().on(GET, 200, Site.order("created", null, "2026-01-01T12:14:45Z"));

        assertThat(buyer.get(Site.ORDER_PAGE).html().select(".timer").attr("data-urgency"))
                .isEqualTo("now");
    }

    @Test
    void openOrdersComeFirstAndEachOnce() {
        site.services()
                .on(
                        "GET /api/orders",
                        200,
                        "[" + Site.order("cancelled", "expired") + "," + Site.order("created", null) + "]");

        var page = buyer.get("/orders");

        assertThat(page.texts(".badge")).containsExactly("Reserved", "Cancelled");
        assertThat(page.text(".clock")).isEqualTo("14 minutes 32 seconds left");
        assertThat(page.texts(".stub .button")).containsExactly("Pay now");
    }

    @Test
    void receiptStatesWhatWasPaidAndWhen() {
        site.services().on(GET, 200, Site.order("complete", null).replace("\"version\":0", """
                        "version":2,"history":[{"at":"2026-01-01T12:01:01Z","status":"complete"}]"""));

        var page = buyer.get(Site.ORDER_PAGE + "/receipt");

        assertThat(page.html().select("article time").attr("datetime")).isEqualTo("2026-01-01T12:01:01Z");
        assertThat(page.text("article")).contains("Concert", "$20.00", Site.ORDER_ID);
    }

    @Test
    void unpaidOrderHasNoReceipt() {
        site.services().on(GET, 200, Site.order("created", null));

        assertThat(buyer.get(Site.ORDER_PAGE + "/receipt").status()).isEqualTo(404);
    }

    @Test
    void cancellingAnOrderBeingPaidIsReported() {
        site.services().on(GET, 200, Site.order("created", null));
        site.services().refuses("DELETE /api/orders/" + Site.ORDER_ID, 409, "order-complete", "paid", null);

        var page = buyer.post(Site.ORDER_PAGE, CANCEL);

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text("[role=alert]")).contains("You can no longer cancel it");
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
    void myTicketsAreThoseThatIBought() {
        site.services().on("GET /api/orders", 200, "[" + Site.order("complete", null) + "]");

        var page = buyer.get("/tickets/mine");

        assertThat(page.text("h1")).isEqualTo("My tickets");
        assertThat(site.services().call("GET /api/orders").query()).isEqualTo("status=complete");
        assertThat(page.texts(".stub .title")).containsExactly("Concert");
        assertThat(page.texts("header [aria-current]")).containsExactly("My tickets");
    }

    private static String complete(String name, String startsAt) {
        return Site.order("complete", null).replace("\"title\":\"Concert\"", """
                "title":"%s","event":{"id":"e1","name":"%s","venue":"Riverside Hall","city":"Bristol","country":"GB",
                "startsAt":"%s","timeZone":"Europe/London"},"seat":{"section":"B","row":"7"}""".formatted(name, name, startsAt));
    }

    @Test
    void soonestTicketComesFirstAndPastOnesBelow() {
        site.services()
                .on(
                        "GET /api/orders",
                        200,
                        "[" + Site.order("complete", null) + "," + complete("Later", "2026-03-01T19:30:00Z") + ","
                                + complete("Gone", "2025-12-24T19:30:00Z") + ","
                                + complete("Sooner", "2026-02-06T19:30:00Z") + "]");

        var page = buyer.get("/tickets/mine");

        assertThat(page.texts(".stub .title")).containsExactly("Sooner", "Later", "Concert", "Gone");
        assertThat(page.texts("section .title")).containsExactly("Gone");
    }

    @Test
    void orderShowsTheEventInItsOwnTimeAndTheSeat() {
        site.services().on(GET, 200, complete("Nightjar Parade", "2026-02-06T19:30:00-05:00"));

        var facts = buyer.with("Accept-Language", "en-GB").get(Site.ORDER_PAGE).text("main");

        assertThat(facts).contains("Nightjar Parade", "Friday", "19:30", "Riverside Hall, Bristol", "Section B Row 7");
    }

    @Test
    void anEmptyListLeadsToTheTickets() {
        assertThat(buyer.get("/orders").html().select(".empty a").attr("href")).isEqualTo("/");
    }

    @ParameterizedTest
    @CsvSource({"/orders", Site.ORDER_PAGE, "/tickets/mine"})
    void ordersNeedASession(String path) {
        assertThat(site.visitor().get(path).header("Location"))
                .isEqualTo("/auth/signin?next=" + path.replace("/", "%2F"));
    }

    @Test
    void anotherPersonsOrderIsNotFound() {
        assertThat(buyer.get(Site.ORDER_PAGE).status()).isEqualTo(404);
    }
}
