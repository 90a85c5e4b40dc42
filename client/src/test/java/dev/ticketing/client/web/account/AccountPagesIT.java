package dev.ticketing.client.web.account;

import static org.assertj.core.api.Assertions.assertThat;

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
class AccountPagesIT {

    private static final String COOKIE = "session=a.b.c; Path=/; HttpOnly; SameSite=Lax";
    private static final Map<String, String> TYPED = Map.of("email", "a@example.com", "password", "secret-secret");

    @Autowired
    Site site;

    @BeforeEach
    void usualDay() {
        site.usual();
    }

    @ParameterizedTest
    @CsvSource({"/auth/signup, 201, POST /api/users/signup", "/auth/signin, 200, POST /api/users/signin"})
    void enteringPassesTheCookieOnAndGoesHome(String page, int status, String call) {
        site.services().on(call, status, "{\"id\":\"1\",\"email\":\"a@example.com\"}", Map.of("Set-Cookie", COOKIE));

        var answer = site.visitor().post(page, TYPED);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/");
        assertThat(answer.headers().allValues("Set-Cookie")).containsExactly(COOKIE);
        assertThat(site.services().call(call).body()).contains("\"a@example.com\"", "\"secret-secret\"");
    }

    @Test
    void enteringLeadsBackToWhereOneWas() {
        site.services().on("POST /api/users/signin", 200, "{}", Map.of("Set-Cookie", COOKIE));
        var page = site.visitor().get("/auth/signin?next=/orders");

        var answer = site.visitor()
                .post("/auth/signin", Map.of("email", "a@b.c", "password", "x", "next", page.value("[name=next]")));

        assertThat(answer.header("Location")).isEqualTo("/orders");
        assertThat(page.html().select("main a[href^=/auth/signup]").attr("href"))
                .isEqualTo("/auth/signup?next=/orders");
    }

    @Test
    void noLinkLeadsToAnotherSite() {
        site.services().on("POST /api/users/signin", 200, "{}");

        var answer = site.visitor()
                .post("/auth/signin", Map.of("email", "a@b.c", "password", "x", "next", "//evil.example/"));

        assertThat(answer.header("Location")).isEqualTo("/");
        assertThat(site.visitor().get("/auth/signin?next=https://evil.example").value("[name=next]"))
                .isEqualTo("/");
    }

    @Test
    void whoIsSignedInAlreadyGoesOn() {
        var answer = site.visitor().as(SignedIn.someone()).get("/auth/signin?next=/tickets/new");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/tickets/new");
    }

    @Test
    void fieldErrorsAreBesideTheirFieldsAndTheAddressIsKept() {
        site.services()
                .refuses("POST /api/users/signup", 400, "validation-failed", "password must be longer", "password");

        var page = site.visitor().post("/auth/signup", Map.of("email", "a@example.com", "password", "short-one"));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text("#password-error")).isEqualTo("8 to 128 characters, and not only spaces.");
        assertThat(page.html().select("#password").attr("aria-describedby")).contains("password-error");
        assertThat(page.value("#email")).isEqualTo("a@example.com");
        assertThat(page.html().outerHtml()).doesNotContain("short-one");
        assertThat(page.has("[role=alert]")).isFalse();
    }

    @Test
    void refusalsWithoutAFieldAreAboveTheForm() {
        site.services().refuses("POST /api/users/signin", 400, "invalid-credentials", "no", null);

        var page = site.visitor().post("/auth/signin", TYPED);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text("[role=alert]")).isEqualTo("E-mail address or password are not right.");
    }

    @Test
    void aTakenAddressSaysSo() {
        site.services().refuses("POST /api/users/signup", 409, "email-in-use", "taken", null);

        var page = site.visitor().post("/auth/signup", TYPED);

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text("[role=alert]")).startsWith("No account could be made with this address.");
    }

    @Test
    void signingOutEverywhereClearsTheCookieAndNeedsASession() {
        var cleared = "session=; Path=/; Max-Age=0";
        site.services().on("POST /api/users/signout-everywhere", 200, "{}", Map.of("Set-Cookie", cleared));

        var answer = site.visitor().as(SignedIn.someone()).post("/auth/signout-everywhere", Map.of());
        assertThat(answer.header("Location")).isEqualTo("/");
        assertThat(answer.headers().allValues("Set-Cookie")).containsExactly(cleared);

        site.visitor().post("/auth/signout-everywhere", Map.of());
        assertThat(site.services().calls("POST /api/users/signout-everywhere")).hasSize(1);
    }

    @Test
    void whileAuthIsAwayWhatWasTypedStaysAndItIsSaid() {
        site.services().on("POST /api/users/signin", 503, "");

        var page = site.visitor().post("/auth/signin", TYPED);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text("[role=alert]")).startsWith("Signing up, in and out does not work");
        assertThat(page.value("#email")).isEqualTo(TYPED.get("email"));
    }

    @Test
    void signingOutClearsTheCookie() {
        var cleared = "session=; Path=/; Max-Age=0";
        site.services().on("POST /api/users/signout", 200, "{}", Map.of("Set-Cookie", cleared));

        var answer = site.visitor().with("Cookie", "session=a.b.c; theme=dark").post("/auth/signout", Map.of());

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/");
        assertThat(answer.headers().allValues("Set-Cookie")).containsExactly(cleared);
        assertThat(site.services().call("POST /api/users/signout").header("Cookie"))
                .isEqualTo("session=a.b.c");
    }
}
