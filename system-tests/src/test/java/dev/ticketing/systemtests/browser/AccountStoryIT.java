package dev.ticketing.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountStoryIT extends BrowserStory {

    private final String email = UUID.randomUUID() + "@example.com";

    @Test
    void signingUpReturnsToThePageBefore() {
        var ticketId = visitor().signedUp().lists("Juniper Falls – Live, The Assembly Ghent", "25");
        var buyer = visitor().open("/tickets/" + ticketId).press("ticket.purchase");
        buyer.isAt("signin.title")
                .sees("signin.reserve")
                .looksRight("signin")
                .followHere("nav.signup")
                .isAt("signup.title");

        buyer.fill("email", "no address").fill("password", "short").press("signup.submit");
        buyer.sees("invalid.email").sees("invalid.password").looksRight("signup-invalid");
        buyer.fill("email", email).fill("password", Visitor.PASSWORD).press("signup.submit");

        buyer.sees("pay.sandbox");
        assertThat(buyer.path()).startsWith("/orders/");
        buyer.open("/account").seesText(email).looksRight("account");
        buyer.press("nav.signout").isAt("search.title");
        assertThat(buyer.page().getByRole(AriaRole.NAVIGATION).first()).containsText(buyer.say("nav.signin"));
    }

    @Test
    void wrongPasswordAndUnknownAddressReadTheSame() {
        signedUp(visitor());
        var visitor = visitor().open("/auth/signin");

        visitor.fill("email", email).fill("password", "something else").press("signin.submit");
        visitor.sees("problem.invalid-credentials").looksRight("signin-refused");
        var known = visitor.page().locator("[role=alert]").innerText();
        visitor.fill("email", UUID.randomUUID() + "@example.com")
                .fill("password", "something else")
                .press("signin.submit");

        assertThat(visitor.page().locator("[role=alert]")).hasText(known);
    }

    @Test
    void signingOutEverywhereEndsTheSessionsOfOtherBrowsers() {
        var one = visitor();
        var other = visitor();
        signedUp(one);
        other.open("/auth/signin")
                .fill("email", email)
                .fill("password", Visitor.PASSWORD)
                .press("signin.submit");
        other.open("/account").seesText(email);

        one.open("/account").press("account.everywhere");
        one.page().getByText(one.say("account.everywhere.confirm")).waitFor();
        one.looksRight("account-everywhere");
        one.page().locator(".danger").last().click();
        one.isAt("search.title");

        eventually().untilAsserted(() -> {
            other.open("/account");
            assertThat(other.path()).startsWith("/auth/signin");
        });
    }

    @Test
    void languageIsSwitchedAndStays() {
        var visitor = visitor().open("/auth/signin?next=%2Forders");
        var other = window.locale().getLanguage().equals("de") ? "English" : "Deutsch";

        visitor.page().locator(".languages button:text('" + other + "')").click();

        assertThat(visitor.page().locator("h1")).hasText(other.equals("English") ? "Sign in" : "Anmelden");
        assertThat(visitor.path()).isEqualTo("/auth/signin?next=%2Forders");
        visitor.open("/");
        assertThat(visitor.page().locator("html")).hasAttribute("lang", other.equals("English") ? "en" : "de");
    }

    @Test
    void passwordIsShownOnDemand() {
        var visitor = visitor().open("/auth/signin").fill("password", "look at me");

        if (window.hasScript()) {
            visitor.press("account.password.show");
            assertThat(visitor.page().locator("#password")).hasAttribute("type", "text");
        } else {
            assertThat(visitor.page().locator("[data-reveal]")).isHidden();
        }
    }

    private void signedUp(Visitor visitor) {
        visitor.open("/auth/signup")
                .fill("email", email)
                .fill("password", Visitor.PASSWORD)
                .press("signup.submit");
        visitor.isAt("search.title");
    }
}
