package dev.ticketing.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The pages without JavaScript. */
class PagesStoryIT extends Story {

    private static final Map<String, String> GOOD_CARD = card("4242 4242 4242 4242");

    private final PlainBrowser seller = new PlainBrowser(frontDoor());
    private final PlainBrowser buyer = new PlainBrowser(frontDoor());

    @Test
    void ticketIsListedReservedAndPaidByForms() {
        var path = listed("Page-turner " + UUID.randomUUID());

        signUp(buyer);
        buyer.open(path);
        buyer.press("Purchase", Map.of());
        assertThat(buyer.path()).startsWith("/orders/");
        assertThat(buyer.text()).contains("Sandbox: no real money moves", "seconds");

        buyer.press("Pay", card("4000 0000 0000 0002"));
        assertThat(buyer.text()).contains("declined", "stays reserved");

        buyer.press("Pay", GOOD_CARD);
        eventually().untilAsserted(() -> {
            buyer.reload();
            assertThat(buyer.text()).contains("It’s yours");
        });
        assertThat(ledger().netCaptured(buyer.path().substring("/orders/".length())))
                .isEqualTo(2350);
        buyer.open("/orders");
        assertThat(buyer.text()).contains("Paid");
    }

    @Test
    void strongAuthenticationLeadsToTheBankAndBack() {
        var path = listed("Behind the bank " + UUID.randomUUID());
        signUp(buyer);
        buyer.open(path);
        buyer.press("Purchase", Map.of());
        var orderPath = buyer.path();

        buyer.press("Pay", card("4000 0027 6000 3184"));
        var bank = buyer.page().select("a[href*=3ds]").first().absUrl("href");
        buyer.open(bank);
        buyer.press("Complete", Map.of());

        assertThat(buyer.path()).isEqualTo(orderPath);
        eventually().untilAsserted(() -> {
            buyer.open(orderPath);
            assertThat(buyer.text()).contains("It’s yours");
        });
    }

    @Test
    void visitorOfAPrivatePageSignsInAndIsBack() {
        var path = listed("Come back " + UUID.randomUUID());
        var email = signUp(buyer);
        buyer.open("/account");
        buyer.press("Sign out", Map.of());

        buyer.open(path);
        buyer.press("Purchase", Map.of());
        assertThat(buyer.path()).isEqualTo("/auth/signin");
        buyer.press("Sign in", Map.of("email", email, "password", "wrong password"));
        assertThat(buyer.page().select("input[name=email]").val()).isEqualTo(email);
        buyer.press("Sign in", Map.of("email", email, "password", "correct horse battery"));

        assertThat(buyer.path()).startsWith("/orders/");
        assertThat(buyer.text()).contains("Come back", "Sandbox: no real money moves");
    }

    @Test
    void sellerSeesErrorsBesideTheFieldAndKeepsTheInput() {
        signUp(seller);
        seller.open("/tickets/new");

        seller.press("Put up for sale", Map.of("title", "Kept title", "price", "20.005"));

        assertThat(seller.page().select("input[name=title]").val()).isEqualTo("Kept title");
        assertThat(seller.page().select("input[name=price]").val()).isEqualTo("20.005");
        assertThat(seller.page().select(".field:has(input[name=price])").text()).contains("Did you mean 20005.00?");
    }

    private String listed(String title) {
        signUp(seller);
        seller.open("/tickets/new");
        seller.press("Put up for sale", Map.of("title", title, "price", "23.50"));
        assertThat(seller.text()).contains(title, "Edit");
        return seller.path();
    }

    private static String signUp(PlainBrowser browser) {
        var email = UUID.randomUUID() + "@example.com";
        browser.open("/auth/signup");
        browser.press("Sign up", Map.of("email", email, "password", "correct horse battery"));
        assertThat(browser.text()).contains("Account");
        return email;
    }

    private static Map<String, String> card(String number) {
        return Map.of("number", number, "expiry", "12/34", "cvc", "123");
    }
}
