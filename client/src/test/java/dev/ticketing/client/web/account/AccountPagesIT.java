package dev.ticketing.client.web.account;

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
    void signingInPassesTheCookieOnAndLeadsHome(String page, int status, String call) {
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
    void signedInVisitorContinues() {
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
        assertThat(page.text("#password-error"))
                .isEqualTo(
                        "Choose a password of 8 to 128 characters. It must not be a common password, your e-mail address, the"
                                + " name of this site or only spaces. Several words in a row are easy to remember.");
        assertThat(page.html().select("#password").attr("aria-describedby")).contains("password-error");
        assertThat(page.value("#email")).isEqualTo("a@example.com");
        assertThat(page.html().outerHtml()).doesNotContain("short-one");
        assertThat(page.html().select("[role=alert] a").attr("href")).isEqualTo("#password");
        assertThat(page.html().title()).isEqualTo("Error: Sign up – Ticketing");
    }

    @Test
    void refusalsWithoutAFieldAreAboveTheForm() {
        site.services().refuses("POST /api/users/signin", 400, "invalid-credentials", "no", null);

        var page = site.visitor().post("/auth/signin", TYPED);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text("[role=alert]")).isEqualTo("Incorrect e-mail address or password.");
    }

    @Test
    void takenAddressIsReported() {
        site.services().refuses("POST /api/users/signup", 409, "email-in-use", "taken", null);

        var page = site.visitor().post("/auth/signup", TYPED);

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text("[role=alert]")).startsWith("We could not create an account with this address.");
    }

    @Test
    void signingOutEverywhereClearsTheCookieAndNeedsASession() {
        var cleared = "session=; Path=/; Max-Age=0";
        site.services().on("POST /api/users/signout-everywhere", 200, "{}", Map.of("Set-Cookie", cleared));

        var answer = site.visitor().as(SignedIn.someone()).post("/auth/signout-everywhere", Map.of("confirmed", "yes"));
        assertThat(answer.header("Location")).isEqualTo("/");
        assertThat(answer.headers().allValues("Set-Cookie")).containsExactly(cleared);

        site.visitor().post("/auth/signout-everywhere", Map.of("confirmed", "yes"));
        assertThat(site.services().calls("POST /api/users/signout-everywhere")).hasSize(1);
    }

    @Test
    void signingOutEverywhereAsksForConfirmation() {
        var page = site.visitor().as(SignedIn.someone()).post("/auth/signout-everywhere", Map.of());

        assertThat(page.text("h1")).isEqualTo("Sign out on all devices?");
        assertThat(page.has("main button[name=confirmed]")).isTrue();
        assertThat(site.services().calls("POST /api/users/signout-everywhere")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "201, created, /orders/5f0000000000000000000002",
        "409, ticket-reserved, /tickets/5f0000000000000000000001?refused=ticket-reserved"
    })
    void purchaseContinuesAfterSigningIn(int status, String code, String goesOnAt) {
        var intent = intent();
        site.services().on("POST /api/users/signin", 200, "{}", Map.of("Set-Cookie", COOKIE));
        if (status == 201) {
            site.services().on("POST /api/orders", 201, Site.order("created", null));
        } else {
            site.services().refuses("POST /api/orders", status, code, "no", null);
        }
        var page = site.visitor().with("Cookie", intent).get("/auth/signin?next=" + Site.TICKET_PAGE);
        assertThat(page.text("main")).contains("Then we’ll reserve the ticket for you.");

        var answer = signsIn(intent, Site.TICKET_PAGE);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(goesOnAt);
        var call = site.services().call("POST /api/orders");
        assertThat(call.header("Cookie")).isEqualTo("session=a.b.c");
        assertThat(call.header("If-Match")).isEqualTo("\"3\"");
        assertThat(call.body()).contains("\"expectedPrice\":\"20.00\"");
        assertThat(answer.headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("purchase=;"));
    }

    @Test
    void noLinkMakesAnyoneReserve() {
        site.services().on("POST /api/users/signin", 200, "{}", Map.of("Set-Cookie", COOKIE));

        assertThat(signsIn("a=b", Site.TICKET_PAGE).header("Location")).isEqualTo(Site.TICKET_PAGE);
        assertThat(signsIn(intent(), "/orders").header("Location")).isEqualTo("/orders");

        assertThat(site.services().calls("POST /api/orders")).isEmpty();
    }

    /** The cookie of a visitor who has pressed Purchase. */
    private String intent() {
        var answer =
                site.visitor().post("/orders", Map.of("ticketId", Site.TICKET_ID, "price", "20.00", "version", "3"));
        assertThat(answer.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax");
        return answer.header("Set-Cookie").split(";")[0];
    }

    private Browser.Page signsIn(String cookie, String next) {
        return site.visitor()
                .with("Cookie", cookie)
                .post("/auth/signin", Map.of("email", "a@b.c", "password", "x", "next", next));
    }

    @Test
    void inputIsKeptAndTheOutageReportedWhileAuthIsDown() {
        site.services().on("POST /api/users/signin", 503, "");

        var page = site.visitor().post("/auth/signin", TYPED);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text("[role=alert]")).startsWith("Signing up, in and out is unavailable");
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

    @ParameterizedTest
    @CsvSource({"/auth/signup, new-password", "/auth/signin, current-password"})
    void passwordsAreHiddenAndWorkWithPasswordManagers(String path, String purpose) {
        var password = site.visitor().get(path).html().select("input[name=password]");

        assertThat(password.attr("type")).isEqualTo("password");
        assertThat(password.attr("autocomplete")).isEqualTo(purpose);
        assertThat(password.hasAttr("maxlength") || password.hasAttr("onpaste")).isFalse();
    }

    @Test
    void signingOutDeletesNotes() {
        site.services().on("POST /api/users/signout", 200, "{}");

        var answer = site.visitor()
                .with("Cookie", "purchase=eA; draft=eA; bank=eA; language=de")
                .post("/auth/signout", Map.of());

        assertThat(answer.headers("Set-Cookie"))
                .allMatch(cookie -> cookie.contains("Max-Age=0"))
                .extracting(cookie -> cookie.split("=")[0])
                .containsExactlyInAnyOrder("purchase", "draft", "bank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/signout", "/auth/signout-everywhere", "/language", "/cookies/clear", "/nowhere"})
    void onlyAddressesThatCanBeShownAreReturnedTo(String address) {
        site.services().on("POST /api/users/signin", 200, "{}");

        var answer = site.visitor().post("/auth/signin", Map.of("email", "a@b.c", "password", "x", "next", address));

        assertThat(answer.header("Location")).isEqualTo("/");
        assertThat(site.visitor()
                        .as(SignedIn.someone())
                        .get("/auth/signin?next=" + address)
                        .header("Location"))
                .isEqualTo("/");
    }

    @Test
    void formThatNeedsASessionAndHasNoPageLeadsHomeAfterSigningIn() {
        assertThat(site.visitor().post("/auth/signout-everywhere", Map.of()).header("Location"))
                .isEqualTo("/auth/signin");
    }

    @Test
    void firstValidSessionCountsForAllPages() {
        var session = SignedIn.someone().cookie();
        var visitor = site.visitor().with("Cookie", "session=x; " + session);

        assertThat(visitor.get("/auth/signin").header("Location")).isEqualTo("/");
        assertThat(visitor.get("/orders").status()).isEqualTo(200);
        assertThat(site.services().calls("GET /api/orders"))
                .isNotEmpty()
                .allMatch(call -> call.header("Cookie").contains(session));
    }
}
