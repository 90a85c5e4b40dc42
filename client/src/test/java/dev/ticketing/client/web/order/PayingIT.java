package dev.ticketing.client.web.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.client.testing.Browser;
import dev.ticketing.client.testing.PageTest;
import dev.ticketing.client.testing.Site;
import dev.ticketing.testing.MovableClock;
import dev.ticketing.testing.SignedIn;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class PayingIT {

    private static final String PAY = "POST /api/payments";

    @Autowired
    Site site;

    @Autowired
    MovableClock clock;

    /** Every test has a later time, so that none pays in the way that the one before has learnt. */
    private static int starts;

    private Browser buyer;

    @BeforeEach
    void anOrderToPayFor() {
        site.usual().services().on("GET /api/orders/" + Site.ORDER_ID, 200, Site.order("created", null));
        buyer = site.visitor().as(SignedIn.someone());
        clock.advance(Duration.ofMinutes(2 * ++starts));
    }

    private static String payment(String status, String more) {
        return "{\"id\":\"5f00000000000000000000aa\",\"orderId\":\"%s\",\"status\":\"%s\"%s}"
                .formatted(Site.ORDER_ID, status, more);
    }

    @Test
    void theSandboxAsksForATestCardAndSaysSo() {
        var page = buyer.get(Site.ORDER_PAGE);

        assertThat(page.text(".notice strong")).isEqualTo("Sandbox: no real money moves.");
        assertThat(page.texts(".cards dt"))
                .containsExactly(
                        "4242 4242 4242 4242", "4000 0000 0000 0002", "4000 0000 0000 9995", "4000 0027 6000 3184");
        assertThat(page.has("script[src*=stripe]")).isFalse();
        assertThat(page.header("Content-Security-Policy")).doesNotContain("stripe");
    }

    @Test
    void payingByCardMakesAPaymentMethodAndSendsOnlyThat() {
        site.services().on(PAY, 201, payment("authorized", ""));

        var answer = buyer.post(Site.ORDER_PAGE, Site.card("4242 4242 4242 4242"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(Site.ORDER_PAGE);
        var method = site.services().call("POST /v1/payment_methods");
        assertThat(method.body())
                .isEqualTo(
                        "type=card&card%5Bnumber%5D=4242424242424242&card%5Bexp_month%5D=12&card%5Bexp_year%5D=2034&card%5Bcvc%5D=123");
        assertThat(method.header("Authorization")).isEqualTo("Bearer pk_test_sandbox");
        assertThat(method.headers()).doesNotContainKey("Cookie");
        assertThat(site.services().call(PAY).body())
                .contains("\"pm_1\"", Site.ORDER_ID)
                .doesNotContain("4242");
    }

    @Test
    void typingMistakesAreSaidBesideTheirFields() {
        var page = buyer.post(Site.ORDER_PAGE, Map.of("number", "42", "expiry", "99/99", "cvc", ""));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.texts(".field-error")).hasSize(3);
        assertThat(page.text("#number-error")).isEqualTo("The card number has 12 to 19 digits.");
        assertThat(site.services().calls("POST /v1/payment_methods")).isEmpty();
    }

    @Test
    void whatStripeFindsWrongIsSaidBesideItsField() {
        site.services().on("POST /v1/payment_methods", 402, """
                {"error":{"type":"card_error","code":"invalid_expiry_year","message":"The year is invalid.","param":"exp_year"}}""");

        var page = buyer.post(Site.ORDER_PAGE, Site.card("4242424242424242"));

        assertThat(page.status()).isEqualTo(402);
        assertThat(page.text("#expiry-error")).isEqualTo("The year is invalid.");
    }

    @Test
    void aDeclinedCardSaysWhyAndTheHoldIsKept() {
        site.services().refuses(PAY, 402, "card-declined", "Your card has insufficient funds.", null);

        var page = buyer.post(Site.ORDER_PAGE, Site.card("4000 0000 0000 9995"));

        assertThat(page.status()).isEqualTo(402);
        assertThat(page.texts("[role=alert] p")).startsWith("Your card has insufficient funds.");
        assertThat(page.text("main")).contains("Your ticket stays reserved");
        assertThat(page.has("#number")).isTrue();
        assertThat(page.html().outerHtml()).doesNotContain("4000000000009995", "value=\"123\"");
    }

    @Test
    void threeDSecureLeadsToTheBank() {
        site.services()
                .on(PAY, 201, payment("requires_action", ",\"nextActionUrl\":\"http://bank.example/3ds?a=1&b=2\""));

        var page = buyer.post(Site.ORDER_PAGE, Site.card("4000 0027 6000 3184"));

        assertThat(page.html().select("main a.button").attr("href")).isEqualTo("http://bank.example/3ds?a=1&b=2");
        assertThat(page.html().select("meta[http-equiv=refresh]").attr("content"))
                .isEqualTo("0; url=http://bank.example/3ds?a=1&b=2");
    }

    @Test
    void backFromTheBankThePaymentIsBeingConfirmed() {
        site.services().on("GET /api/payments", 200, "[" + payment("requires_action", "") + "]");

        assertThat(buyer.get(Site.ORDER_PAGE + "?redirect_status=succeeded").text(".outcome h2"))
                .isEqualTo("Confirming…");
        assertThat(buyer.get(Site.ORDER_PAGE + "?redirect_status=failed").has("#number"))
                .isTrue();
    }

    @Test
    void anAuthorizedPaymentIsNotAskedForAgain() {
        site.services().on("GET /api/payments", 200, "[" + payment("authorized", "") + "]");

        var page = buyer.get(Site.ORDER_PAGE);

        assertThat(page.text(".outcome h2")).isEqualTo("Confirming…");
        assertThat(page.has("meta[http-equiv=refresh]")).isTrue();
    }

    @Test
    void anOrderThatCannotBePaidAnyMoreShowsHowItStands() {
        site.services().refuses(PAY, 409, "order-not-payable", "cancelled", null);

        assertThat(buyer.post(Site.ORDER_PAGE, Site.card("4242424242424242")).header("Location"))
                .isEqualTo(Site.ORDER_PAGE);
    }

    @Test
    void whilePaymentsAreAwayTheOrderIsShownAllTheSame() {
        site.services().on("GET /api/payments", 503, "");

        var page = buyer.get(Site.ORDER_PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text("[data-countdown-text]")).endsWith("left");
        assertThat(page.text("section .notice")).startsWith("Paying is not possible at this moment.");
        assertThat(page.has("button[name=cancel]")).isTrue();
    }

    @Test
    void anAttemptWhilePaymentsAreAwayKeepsTheHold() {
        site.services().refuses(PAY, 503, "stripe-unavailable", "away", null);

        var page = buyer.post(Site.ORDER_PAGE, Site.card("4242424242424242"));

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text("[role=alert]")).startsWith("Paying is not possible at this moment.");
    }

    @Test
    void withARealAccountTheCardGoesToStripeAlone() {
        site.services().on("GET /api/payments/config", 200, "{\"mode\":\"test\",\"publishableKey\":\"pk_test_x\"}");

        var page = buyer.get(Site.ORDER_PAGE);

        assertThat(page.has("#number")).isFalse();
        assertThat(page.html().select("script[src=https://js.stripe.com/v3/]")).hasSize(1);
        var form = page.html().select("[data-stripe-payment]");
        assertThat(form.attr("data-publishable-key")).isEqualTo("pk_test_x");
        assertThat(form.attr("data-amount")).isEqualTo("2000");
        assertThat(form.attr("data-currency")).isEqualTo("usd");
        assertThat(page.header("Content-Security-Policy"))
                .contains("script-src https://js.stripe.com https://*.js.stripe.com 'nonce-");
        assertThat(buyer.get("/orders").header("Content-Security-Policy")).doesNotContain("stripe");
    }

    @Test
    void aTokenOfStripesScriptIsPaidWith() {
        site.services().on(PAY, 201, payment("authorized", ""));

        assertThat(buyer.post(Site.ORDER_PAGE, Map.of("token", "ctoken_1")).status())
                .isEqualTo(303);
        assertThat(site.services().call(PAY).body()).contains("ctoken_1");
    }

    @Test
    void payingNeedsASession() {
        var answer = site.visitor().post(Site.ORDER_PAGE, Site.card("4242424242424242"));

        assertThat(answer.header("Location")).isEqualTo("/auth/signin?next=%2Forders%2F" + Site.ORDER_ID);
        assertThat(site.services().calls("POST /v1/payment_methods")).isEmpty();
    }
}
