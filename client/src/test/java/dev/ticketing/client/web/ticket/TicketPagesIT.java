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
    void anotherTicketLikeOneOfTheSellersStartsWithItsInput() {
        var page = seller.get(Site.TICKET_PAGE + "/another");

        assertThat(page.value("#title")).isEqualTo("Concert");
        assertThat(page.value("#price")).isEqualTo("20.00");
        assertThat(site.visitor()
                        .as(SignedIn.someone())
                        .get(Site.TICKET_PAGE + "/another")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void itsSellerEditsItInstead() {
        var page = seller.get(Site.TICKET_PAGE);

        assertThat(page.has("a[href=" + EDIT_PAGE + "]")).isTrue();
        assertThat(page.has("main form")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"reserved, Reserved", "sold, Sold", "withdrawn, Withdrawn"})
    void ticketNotOnSaleShowsTheReasonAndCannotBePurchased(String status, String words) {
        site.services().on("GET /api/tickets/" + Site.TICKET_ID, 200, Site.ticket(status));

        var page = site.visitor().get(Site.TICKET_PAGE);

        assertThat(page.text(".badge")).isEqualTo(words);
        assertThat(page.has("main form")).isFalse();
    }

    @Test
    void buyerFindsTheirOrder() {
        site.services().on("GET /api/tickets/" + Site.TICKET_ID, 200, Site.ticket("reserved"));
        site.services().on("GET /api/orders", 200, "[" + Site.order("created", null) + "]");

        var page = site.visitor().as(SignedIn.someone()).get(Site.TICKET_PAGE);

        assertThat(page.has("main a[href=" + Site.ORDER_PAGE + "]")).isTrue();
        assertThat(page.text("article")).contains("You have reserved this ticket. Pay by", "Jan 1, 2026");
        assertThat(page.text("article")).doesNotContain("A buyer has reserved");
    }

    @Test
    void buyerSeesThatTheyBoughtIt() {
        site.services().on("GET /api/tickets/" + Site.TICKET_ID, 200, Site.ticket("sold"));
        site.services().on("GET /api/orders", 200, "[" + Site.order("complete", null) + "]");

        var page = site.visitor().as(SignedIn.someone()).get(Site.TICKET_PAGE);

        assertThat(page.text("article")).contains("You bought this ticket.");
        assertThat(page.has("main a[href=" + Site.ORDER_PAGE + "]")).isTrue();
    }

    @Test
    void purchaseRefusedWhileSigningInShowsTheReason() {
        site.services().on("GET /api/tickets/" + Site.TICKET_ID, 200, Site.ticket("reserved"));

        var page = site.visitor().as(SignedIn.someone()).get(Site.TICKET_PAGE + "?refused=ticket-reserved");

        assertThat(page.text("[role=alert]")).isEqualTo("Someone got there first A buyer has reserved this ticket.");
        assertThat(site.visitor()
                        .get(Site.TICKET_PAGE + "?refused=%7B0%7D%27%3Cb%3E")
                        .has("[role=alert]"))
                .isFalse();
    }

    @Test
    void titleIsAlwaysText() {
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
        assertThat(page.text("#title-error")).isEqualTo("Enter a title of up to 200 characters.");
        assertThat(page.text("#price-error")).isEqualTo("Enter a price from 0.30 to 999,999.99 GBP.");
        assertThat(page.texts("[role=alert] > p"))
                .containsExactly("and something else", "and more", "Check what you entered");
        assertThat(page.html().select("[role=alert] a").eachAttr("href")).containsExactly("#title", "#price");
        assertThat(page.html().title()).isEqualTo("Error: Sell a ticket – Ticketing");
        assertThat(page.value("#title")).isEqualTo("\"> Concert");
        assertThat(page.value("#price")).isEqualTo("abc");
        assertThat(page.html().select("#currency option[selected]").val()).isEqualTo("gbp");
        assertThat(page.html().select("#price").attr("aria-invalid")).isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"de | 1.000 | 1000", "de | 1.234,50 | 1234.50", "en | 1,234.50 | 1234.50", "en | 12,5 | 12.5"})
    void aPriceIsReadByTheSellersLanguage(String language, String typed, String price) {
        site.services().on("POST /api/tickets", 201, Site.ticket("available"));

        seller.with("Accept-Language", language)
                .post("/tickets/new", Map.of("title", "Concert", "price", typed, "currency", "eur"));

        assertThat(site.services().call("POST /api/tickets").body()).contains("\"price\":\"" + price + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | usd | 20.005 | Did you mean 20005.00? Then enter it like this.",
                "de | usd | 20,005 | Meinen Sie 20005,00? Dann geben Sie den Betrag bitte so ein.",
                "en | usd | 1.000 | This could mean 1.00 or 1000.00. Enter one of the two.",
                "de | usd | 1,000 | Das kann 1,00 oder 1000,00 bedeuten. Bitte geben Sie eines von beiden ein.",
                "de | eur | 1e3 | Bitte geben Sie einen Preis von 0,50 bis 999.999,99 EUR ein.",
                "de-CH | chf | viel | Bitte geben Sie einen Preis von 0.50 bis 999’999.99 CHF ein."
            })
    void aPriceThatIsNotClearIsNotSent(String language, String currency, String typed, String why) {
        site.services().refuses("POST /api/tickets", 400, "validation-failed", "price is required", "price");

        var page = seller.with("Accept-Language", language)
                .post("/tickets/new", Map.of("title", "Concert", "price", typed, "currency", currency));

        assertThat(site.services().call("POST /api/tickets").body()).doesNotContain(typed);
        assertThat(page.text("#price-error")).isEqualTo(why);
        assertThat(page.value("#price")).isEqualTo(typed);
    }

    @Test
    void theFormOffersTheCurrenciesThatAreTraded() {
        var page = seller.with("Accept-Language", "de-CH").get("/tickets/new");

        assertThat(page.texts("#currency option")).containsExactly("USD", "EUR", "GBP", "CHF");
        assertThat(page.html().select("#currency option[selected]").val()).isEqualTo("chf");
        assertThat(page.text("#price-hint")).isEqualTo("Zum Beispiel 20 oder 20.50.");
        assertThat(seller.with("Accept-Language", "de-DE").get("/tickets/new").text("#price-hint"))
                .isEqualTo("Zum Beispiel 20 oder 20,50.");
    }

    @Test
    void editFormHasThePriceInTheSellersLanguage() {
        assertThat(seller.with("Accept-Language", "de").get(EDIT_PAGE).value("#price"))
                .isEqualTo("20,00");
    }

    @Test
    void editFormHasTheCurrentValues() {
        var page = seller.get(EDIT_PAGE);

        assertThat(page.value("#title")).isEqualTo("Concert");
        assertThat(page.value("#price")).isEqualTo("20.00");
        assertThat(page.has("button[name=withdraw]")).isTrue();
    }

    @Test
    void anotherPersonMayNotEdit() {
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
    @CsvSource({"available, 412, This ticket has changed", "reserved, 409, A buyer has reserved this ticket."})
    void lateEditShowsTheChangesAndMayBeSentAgain(String status, int answer, String words) {
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
    void editOfAReservedTicketIsRefusedAndKeepsTheInput() {
        site.services().refuses(PUT, 409, "ticket-reserved", "reserved", null);

        var page = seller.post(EDIT_PAGE, Map.of("title", "Opera", "price", "30"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text("[role=alert]")).isEqualTo("A buyer has reserved this ticket.");
        assertThat(page.value("#title")).isEqualTo("Opera");
        assertThat(page.value("#price")).isEqualTo("30");
    }

    @Test
    void aWithdrawalLeadsToTheTicket() {
        site.services().on("DELETE /api/tickets/" + Site.TICKET_ID, 204, "");

        var answer = seller.post(
                EDIT_PAGE, Map.of("withdraw", "yes", "confirmed", "yes", "title", "Concert", "price", "20.00"));

        assertThat(answer.header("Location")).isEqualTo(Site.TICKET_PAGE);
        assertThat(site.services().calls(PUT)).isEmpty();
        assertThat(site.services().calls("DELETE /api/tickets/" + Site.TICKET_ID))
                .hasSize(1);
    }

    @Test
    void withdrawalOfAReservedTicketIsRefused() {
        site.services().refuses("DELETE /api/tickets/" + Site.TICKET_ID, 409, "ticket-reserved", "reserved", null);

        var page = seller.post(
                EDIT_PAGE, Map.of("withdraw", "yes", "confirmed", "yes", "title", "Concert", "price", "20.00"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text("[role=alert]")).contains("A buyer has reserved");
    }

    @Test
    void withdrawalAsksForConfirmation() {
        var page = seller.post(EDIT_PAGE, Map.of("withdraw", "yes", "version", "3"));

        assertThat(page.text("h1")).isEqualTo("Withdraw “Concert”?");
        assertThat(page.value("main [name=version]")).isEqualTo("3");
        assertThat(page.has("main [name=confirmed]")).isTrue();
        assertThat(site.services().calls("DELETE /api/tickets/" + Site.TICKET_ID))
                .isEmpty();
    }

    @Test
    void editPageOfAReservedTicketShowsTheOptions() {
        site.services()
                .on(
                        "GET /api/tickets/" + Site.TICKET_ID,
                        200,
                        Site.ticket("reserved")
                                .replace("\"version\"", "\"reservedUntil\":\"2026-01-01T12:15:00Z\",\"version\""));

        var page = seller.get(EDIT_PAGE);

        assertThat(page.text(".notice h2"))
                .isEqualTo("A buyer has reserved this ticket until Jan 1, 2026, 12:15 PM UTC");
        assertThat(page.text(".notice")).contains("You cannot edit or withdraw it now.");
        assertThat(page.has("main form")).isFalse();
    }

    @Test
    void inputIsRestoredAfterSigningIn() {
        var typed = Map.of("title", "Kept & \"tïtle\"", "price", "20,50", "currency", "gbp");
        var answer = site.visitor().post("/tickets/new", typed);
        var draft = answer.header("Set-Cookie").split(";")[0];
        assertThat(answer.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax");
        assertThat(site.visitor()
                        .with("Cookie", draft)
                        .get(answer.header("Location"))
                        .text("main"))
                .contains("We have kept what you entered.");

        var page = seller.with("Cookie", draft).get("/tickets/new");

        assertThat(page.value("#title")).isEqualTo("Kept & \"tïtle\"");
        assertThat(page.value("#price")).isEqualTo("20,50");
        assertThat(page.html().select("#currency option[selected]").val()).isEqualTo("gbp");
        assertThat(page.header("Set-Cookie")).startsWith("draft=;").contains("Max-Age=0");
        assertThat(seller.with("Cookie", draft).get(EDIT_PAGE).value("#title")).isEqualTo("Concert");
    }

    @Test
    void anEditIsThereAgainToo() {
        var answer = site.visitor().post(EDIT_PAGE, Map.of("title", "Opera", "price", "30", "version", "7"));

        var page =
                seller.with("Cookie", answer.header("Set-Cookie").split(";")[0]).get(EDIT_PAGE);

        assertThat(page.value("#title")).isEqualTo("Opera");
        assertThat(page.value("#price")).isEqualTo("30");
        assertThat(page.value("main [name=version]")).isEqualTo("7");
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
