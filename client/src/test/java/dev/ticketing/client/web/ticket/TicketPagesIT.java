package dev.ticketing.client.web.ticket;

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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class TicketPagesIT {

    private static final String EDIT_PAGE = Site.TICKET_PAGE + "/edit";
    private static final String PUT = "PUT /api/tickets/" + Site.TICKET_ID;

    @Autowired
    Site site;

    private Browser seller;

    @BeforeEach
    void usualDay() {
        site.usual();
        seller = site.visitor().as(new SignedIn(Site.SELLER_ID, "seller@example.com"));
    }

    @Test
    void aTicketCanBePurchased() {
        var page = site.visitor().get(Site.TICKET_PAGE);

        assertThat(page.text("h1")).isEqualTo("Concert");
        assertThat(page.text(".amount")).isEqualTo("$20.00");
        assertThat(page.html().select("main form").attr("action")).isEqualTo("/orders");
        assertThat(page.value("main form [name=ticketId]")).isEqualTo(Site.TICKET_ID);
        assertThat(page.text("main form button")).isEqualTo("Purchase");
        assertThat(page.has("a[href=" + EDIT_PAGE + "]")).isFalse();
    }

    @Test
    void itsSellerEditsItInstead() {
        var page = seller.get(Site.TICKET_PAGE);

        assertThat(page.has("a[href=" + EDIT_PAGE + "]")).isTrue();
        assertThat(page.has("main form")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"reserved, On hold", "sold, Sold", "withdrawn, Withdrawn"})
    void whatIsNotForSaleSaysWhyAndCannotBePurchased(String status, String words) {
        site.services().on("GET /api/tickets/" + Site.TICKET_ID, 200, Site.ticket(status));

        var page = site.visitor().get(Site.TICKET_PAGE);

        assertThat(page.text(".badge")).isEqualTo(words);
        assertThat(page.has("main form")).isFalse();
    }

    @Test
    void whoHoldsItFindsHisOrder() {
        site.services().on("GET /api/tickets/" + Site.TICKET_ID, 200, Site.ticket("reserved"));
        site.services().on("GET /api/orders", 200, "[" + Site.order("created", null) + "]");

        var page = site.visitor().as(SignedIn.someone()).get(Site.TICKET_PAGE);

        assertThat(page.has("main a[href=" + Site.ORDER_PAGE + "]")).isTrue();
    }

    @Test
    void aTitleIsTextWhateverItHolds() {
        site.services()
                .on("GET /api/tickets/" + Site.TICKET_ID, 200, Site.ticket("<script>alert(1)</script>", "available"));
        site.services()
                .on("GET /api/tickets", 200, "[" + Site.ticket("<img src=x onerror=alert(1)>", "available") + "]");

        var page = site.visitor().get(Site.TICKET_PAGE);

        assertThat(page.text("h1")).isEqualTo("<script>alert(1)</script>");
        assertThat(page.html().title()).startsWith("<script>alert(1)</script>");
        assertThat(page.has("script:not([src])")).isFalse();
        assertThat(site.visitor().get("/").has("img")).isFalse();
    }

    @Test
    void listingATicketLeadsToIt() {
        site.services().on("POST /api/tickets", 201, Site.ticket("available"));

        var answer = seller.post("/tickets/new", Map.of("title", "Concert", "price", "20.00", "currency", "eur"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(Site.TICKET_PAGE);
        var call = site.services().call("POST /api/tickets");
        assertThat(call.body()).contains("\"title\":\"Concert\"", "\"price\":\"20.00\"", "\"currency\":\"eur\"");
        assertThat(call.header("Cookie")).startsWith("session=ey");
    }

    @Test
    void aRefusedListingKeepsWhatWasTyped() {
        site.services().on("POST /api/tickets", 400, """
                {"code":"validation-failed","detail":"not valid","errors":[
                 {"message":"title is required","field":"title"},
                 {"message":"price must be a number","field":"price"},{"message":"price is too low","field":"price"},
                 {"message":"and something else","field":"other"},{"message":"and more"}]}""");

        var page = seller.post("/tickets/new", Map.of("title", "\"> Concert", "price", "abc", "currency", "gbp"));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text("#title-error")).isEqualTo("The title has 1 to 200 characters.");
        assertThat(page.text("#price-error"))
                .isEqualTo("An amount from 0.50 to 999,999.99, with at most two decimals.");
        assertThat(page.text("[role=alert]")).isEqualTo("and something else and more");
        assertThat(page.value("#title")).isEqualTo("\"> Concert");
        assertThat(page.value("#price")).isEqualTo("abc");
        assertThat(page.html().select("#currency option[selected]").val()).isEqualTo("gbp");
        assertThat(page.html().select("#price").attr("aria-invalid")).isEqualTo("true");
    }

    @Test
    void theEditFormHoldsWhatIs() {
        var page = seller.get(EDIT_PAGE);

        assertThat(page.value("#title")).isEqualTo("Concert");
        assertThat(page.value("#price")).isEqualTo("20.00");
        assertThat(page.has("button[name=withdraw]")).isTrue();
    }

    @Test
    void somebodyElseMayNotEdit() {
        assertThat(site.visitor().as(SignedIn.someone()).get(EDIT_PAGE).status())
                .isEqualTo(403);
    }

    @Test
    void anEditLeadsToTheTicket() {
        site.services().on(PUT, 200, Site.ticket("available"));

        var answer = seller.post(EDIT_PAGE, Map.of("title", "Opera", "price", "30"));

        assertThat(answer.header("Location")).isEqualTo(Site.TICKET_PAGE);
        assertThat(site.services().call(PUT).body()).contains("\"title\":\"Opera\"", "\"price\":\"30\"");
    }

    @Test
    void anEditIsOfTheVersionThatWasSeen() {
        site.services().on(PUT, 200, Site.ticket("available"));

        assertThat(seller.get(EDIT_PAGE)
                        .html()
                        .select("form input[name=version]")
                        .eachAttr("value"))
                .containsExactly("0", "0");
        seller.post(EDIT_PAGE, Map.of("title", "Opera", "price", "30", "version", "0"));

        assertThat(site.services().call(PUT).header("If-match")).isEqualTo("\"0\"");
    }

    @ParameterizedTest
    @CsvSource({"available, 412, This ticket has changed", "reserved, 409, Somebody has this ticket on hold"})
    void anEditThatIsLateSaysWhatHasComeBetweenAndMayBeSentAgain(String status, int answer, String words) {
        site.services().refuses(PUT, 412, "ticket-changed", "changed", null);
        site.services()
                .on(
                        "GET /api/tickets/" + Site.TICKET_ID,
                        200,
                        Site.ticket(status).replace("\"version\":0", "\"version\":7"));

        var page = seller.post(EDIT_PAGE, Map.of("title", "Opera", "price", "30", "version", "0"));

        assertThat(page.status()).isEqualTo(answer);
        assertThat(page.text("[role=alert]")).startsWith(words);
        assertThat(page.value("#title")).isEqualTo("Opera");
        assertThat(page.value("form input[name=version]")).isEqualTo("7");
    }

    @Test
    void anEditDuringAHoldSaysSoAndKeepsWhatWasTyped() {
        site.services().refuses(PUT, 409, "ticket-reserved", "reserved", null);

        var page = seller.post(EDIT_PAGE, Map.of("title", "Opera", "price", "30"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text("[role=alert]")).isEqualTo("Somebody has this ticket on hold right now.");
        assertThat(page.value("#title")).isEqualTo("Opera");
        assertThat(page.value("#price")).isEqualTo("30");
    }

    @Test
    void aWithdrawalLeadsToTheTicket() {
        site.services().on("DELETE /api/tickets/" + Site.TICKET_ID, 204, "");

        var answer = seller.post(EDIT_PAGE, Map.of("withdraw", "yes", "title", "Concert", "price", "20.00"));

        assertThat(answer.header("Location")).isEqualTo(Site.TICKET_PAGE);
        assertThat(site.services().calls(PUT)).isEmpty();
        assertThat(site.services().calls("DELETE /api/tickets/" + Site.TICKET_ID))
                .hasSize(1);
    }

    @Test
    void aWithdrawalDuringAHoldSaysSo() {
        site.services().refuses("DELETE /api/tickets/" + Site.TICKET_ID, 409, "ticket-reserved", "reserved", null);

        var page = seller.post(EDIT_PAGE, Map.of("withdraw", "yes", "title", "Concert", "price", "20.00"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text("[role=alert]")).contains("on hold");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tickets/new", Site.TICKET_PAGE + "/edit"})
    void sellingNeedsASession(String path) {
        var next = "/auth/signin?next=" + path.replace("/", "%2F");

        assertThat(site.visitor().get(path).header("Location")).isEqualTo(next);
        assertThat(site.visitor().post(path, Map.of("title", "a")).header("Location"))
                .isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/tickets/5f00000000000000000000ff", "/tickets/abc", "/tickets/5f00000000000000000000ff/edit"})
    void unknownTicketsAreNotFound(String path) {
        assertThat(seller.get(path).status()).isEqualTo(404);
    }
}
