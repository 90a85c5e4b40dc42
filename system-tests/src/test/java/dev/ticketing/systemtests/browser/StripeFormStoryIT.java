package dev.ticketing.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route.FulfillOptions;
import dev.ticketing.systemtests.Story;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Paying with Stripe's own form, under the page's real content security policy; the test stands in for Stripe's hosts.
 */
class StripeFormStoryIT extends Story {

    private static final String SCRIPT = "src/test/resources/browser/stripe.js";

    private static ClientWithStripe client;

    private final Visitor buyer =
            new Visitor(frontDoor(), Window.PHONE, Texts.of(suite().options().home(), Window.PHONE.locale()));

    @BeforeAll
    static void startClient() throws IOException {
        client = ClientWithStripe.start(suite().options());
    }

    @AfterAll
    static void stopClient() {
        client.close();
    }

    @AfterEach
    void closeBrowser() {
        buyer.close();
    }

    @Test
    void stripesFormMakesATokenThatPays() {
        var ticketId = listed();
        buyer.signedUp();
        stripePlays("{\"id\":\"pm_card_visa\"}");

        buyer.open(client.address() + "/tickets/" + ticketId).press("ticket.purchase");
        assertThat(buyer.page().frameLocator("iframe").locator("body")).containsText("Stripe's fields");
        buyer.looksRight("order-stripe").press("pay.submit");

        buyer.sees("order.complete");
    }

    @Test
    void refusalOfStripeIsShownAndMayBeTriedAgain() {
        var ticketId = listed();
        buyer.signedUp();
        stripePlays("{\"error\":{\"message\":\"Your card number is incomplete.\"}}");

        buyer.open(client.address() + "/tickets/" + ticketId).press("ticket.purchase");
        buyer.press("pay.submit").seesText("Your card number is incomplete.").looksRight("order-stripe-refused");

        assertThat(buyer.button("pay.submit").isEnabled()).isTrue();
    }

    @Test
    void missingStripeScriptIsShownOnThePage() {
        var ticketId = listed();
        buyer.signedUp();
        buyer.context().route("https://js.stripe.com/**", route -> route.abort());

        buyer.open(client.address() + "/tickets/" + ticketId).press("ticket.purchase");

        buyer.sees("pay.not-now");
    }

    private void stripePlays(String token) {
        buyer.context()
                .route(
                        "https://js.stripe.com/v3/",
                        route -> route.fulfill(
                                new FulfillOptions().setPath(Path.of(SCRIPT)).setContentType("text/javascript")));
        buyer.context()
                .route(
                        "https://js.stripe.com/v3/frame.html",
                        route -> route.fulfill(
                                new FulfillOptions()
                                        .setContentType("text/html")
                                        .setBody(
                                                "<!doctype html><html lang=en><title>Stripe</title><p>Stripe's fields</p></html>")));
        buyer.context()
                .route(
                        "https://api.stripe.com/**",
                        route -> route.fulfill(new FulfillOptions()
                                .setContentType("application/json")
                                .setHeaders(
                                        Map.of("Access-Control-Allow-Origin", "*", "Access-Control-Allow-Headers", "*"))
                                .setBody(token)));
    }

    private String listed() {
        var seller = new Visitor(
                        frontDoor(), Window.PHONE, Texts.of(suite().options().home(), Window.PHONE.locale()))
                .signedUp();
        var ticketId = seller.lists("By Stripe’s form " + UUID.randomUUID(), "12");
        seller.close();
        return ticketId;
    }
}
