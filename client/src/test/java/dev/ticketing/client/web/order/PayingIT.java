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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class PayingIT {

    private static final String PAY = "POST /api/payments";

    @Autowired
    Site site;

    @Autowired
    MovableClock clock;

    /** Every test has a later time, so that none reuses the cached ways to pay of an earlier one. */
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
    void sandboxAsksForATestCard() {
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
        assertThat(page.text("#number-error")).isEqualTo("Enter a card number with 12 to 19 digits.");
        assertThat(site.services().calls("POST /v1/payment_methods")).isEmpty();
    }

    @Test
    void errorOfStripeIsShownBesideItsField() {
        site.services().on("POST /v1/payment_methods", 402, """
                {"error":{"type":"card_error","code":"invalid_expiry_year","message":"The year is invalid.","param":"exp_year"}}""");

        var page = buyer.post(Site.ORDER_PAGE, Site.card("4242424242424242"));

        assertThat(page.status()).isEqualTo(402);
        assertThat(page.text("#expiry-error")).isEqualTo("The expiry date is not valid, or it has passed.");
        assertThat(page.text("main")).doesNotContain("Nothing was charged");
    }

    @Test
    void validInputIsKeptBesideATypingMistake() {
        var page =
                buyer.post(Site.ORDER_PAGE, Map.of("number", "4242 4242 4242 4242", "expiry", "99/99", "cvc", "123"));

        assertThat(page.value("#number")).isEqualTo("4242424242424242");
        assertThat(page.value("#cvc")).isEqualTo("123");
        assertThat(page.text("#expiry-error")).isEqualTo("Enter the month and year, such as 12/34.");
        assertThat(page.html().select("#errors a").attr("href")).isEqualTo("#expiry");
        assertThat(page.html().title()).isEqualTo("Error: Order: Concert – Ticketing");
        assertThat(page.text("main")).doesNotContain("Nothing was charged");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "insufficient_funds|en|Your card has insufficient funds. Try another card.",
                "insufficient_funds|de|Ihre Karte ist nicht ausreichend gedeckt. Bitte versuchen Sie es mit einer anderen Karte.",
                "lost_card|en|Your card was declined. Try another card.",
                "one_that_nobody_knows|de|Ihre Karte wurde abgelehnt. Bitte versuchen Sie es mit einer anderen Karte."
            })
    void declinesAreInTheVisitorsLanguage(String code, String language, String words) {
        declines(code, "It’s Stripe’s own words: {0,number} it's");

        var page = buyer.with("Accept-Language", language).post(Site.ORDER_PAGE, Site.card("4000 0000 0000 9995"));

        assertThat(page.texts("[role=alert] p")).containsExactly(words);
    }

    @Test
    void aWrongCvcIsSaidBesideItsField() {
        declines("incorrect_cvc", "Your card's security code is incorrect.");

        var page = buyer.post(Site.ORDER_PAGE, Site.card("4000 0000 0000 0127"));

        assertThat(page.text("#cvc-error")).isEqualTo("The CVC is incorrect.");
        assertThat(page.value("#number")).isEqualTo("4000000000000127");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a'{0,number}'b", "it's {0}", "{", "'"})
    void textsFromElsewhereAreNeverPatterns(String words) {
        site.services().refuses(PAY, 400, "something-new", words, "token");

        var page = buyer.post(Site.ORDER_PAGE, Map.of("token", words));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text("[role=alert] p")).isEqualTo(words);
    }

    private void declines(String code, String words) {
        site.services()
                .on(
                        PAY,
                        402,
                        "{\"code\":\"card-declined\",\"declineCode\":\"" + code + "\",\"detail\":\"" + words
                                + "\",\"errors\":[{\"message\":\"" + words + "\"}]}");
    }

    @Test
    void declinedPaymentIsShown() {
        site.services()
                .on("GET /api/payments", 200, "[" + payment("pending", ",\"declineCode\":\"generic_decline\"") + "]");

        var page = buyer.get(Site.ORDER_PAGE);

        assertThat(page.text(".facts")).contains("Declined; you can try again").doesNotContain("In progress");
        assertThat(page.has("#number")).isTrue();
    }

    @Test
    void declinedCardShowsTheReasonAndTheReservationIsKept() {
        site.services().refuses(PAY, 402, "card-declined", "Your card has insufficient funds.", null);

        var page = buyer.post(Site.ORDER_PAGE, Site.card("4000 0000 0000 9995"));

        assertThat(page.status()).isEqualTo(402);
        assertThat(page.texts("[role=alert] p")).startsWith("Your card was declined. Try another card.");
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

        assertThat(backFromBank("succeeded").text(".outcome h2")).isEqualTo("Confirming…");
        assertThat(backFromBank("pending").has("#number")).isTrue();
    }

    @Test
    void refusalOfTheBankIsShownAndTheBuyerMayTryAgain() {
        site.services().on("GET /api/payments", 200, "[" + payment("requires_action", "") + "]");

        var page = backFromBank("failed");

        assertThat(page.text("[role=alert]")).startsWith("Your bank did not confirm the payment. Nothing was charged.");
        assertThat(page.text(".facts")).contains("Declined; you can try again");
        assertThat(page.has("#number")).isTrue();
    }

    @Test
    void theSameOnceStripeHasReportedIt() {
        site.services()
                .on(
                        "GET /api/payments",
                        200,
                        "[" + payment("pending", ",\"declineCode\":\"payment_intent_authentication_failure\"") + "]");

        assertThat(buyer.get(Site.ORDER_PAGE).text("[role=alert]"))
                .startsWith("Your bank did not confirm the payment. Nothing was charged.");
    }

    /** Stripe's redirect of the buyer; the address is then cleaned. */
    private Browser.Page backFromBank(String status) {
        var answer = buyer.get(Site.ORDER_PAGE
                + "?payment_intent=pi_1&payment_intent_client_secret=pi_1_secret_2&redirect_status=" + status);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(Site.ORDER_PAGE);
        return buyer.with("Cookie", answer.header("Set-Cookie").split(";")[0]).get(Site.ORDER_PAGE);
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
    void orderIsShownWhilePaymentsAreDown() {
        site.services().on("GET /api/payments", 503, "");

        var page = buyer.get(Site.ORDER_PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text("[data-countdown-text]")).endsWith("left");
        assertThat(page.text("section .notice")).startsWith("Payments are unavailable at the moment.");
        assertThat(page.has("button[name=cancel]")).isTrue();
    }

    @Test
    void anAttemptWhilePaymentsAreAwayKeepsTheHold() {
        site.services().refuses(PAY, 503, "stripe-unavailable", "away", null);

        var page = buyer.post(Site.ORDER_PAGE, Site.card("4242424242424242"));

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text("[role=alert]")).startsWith("Payments are unavailable at the moment.");
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
                .contains("script-src https://js.stripe.com https://*.js.stripe.com 'self';");
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
