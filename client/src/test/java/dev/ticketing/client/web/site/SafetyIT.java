package dev.ticketing.client.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.client.testing.PageTest;
import dev.ticketing.client.testing.Site;
import dev.ticketing.testing.SignedIn;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class SafetyIT {

    @Autowired
    Site site;

    @BeforeEach
    void usualDay() {
        site.usual();
    }

    @ParameterizedTest
    @CsvSource({"/, 200", "/auth/signin, 200", "/nowhere, 404"})
    void everyPageTellsTheBrowserToBeStrict(String path, int status) {
        var page = site.visitor().get(path);

        assertThat(page.status()).isEqualTo(status);
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        var nonce = page.html().select("script").getFirst().attr("nonce");
        assertThat(page.header("Content-Security-Policy")).contains("script-src 'nonce-" + nonce + "'");
        assertThat(nonce)
                .hasSize(22)
                .isNotEqualTo(site.visitor().get(path).html().select("script").attr("nonce"));
        assertThat(page.html().select("script:not([nonce])")).isEmpty();
        assertThat(page.html().select("script:not([src]), style, [style], [onclick]"))
                .isEmpty();
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void assetsAreKeptUnderTheNameOfTheirContent() {
        var page = site.visitor().get("/");
        var stylesheet = page.html().select("link[rel=stylesheet]").attr("href");

        assertThat(stylesheet).matches("/css/site-[0-9a-f]{32}\\.css");
        assertThat(site.visitor().get(stylesheet).header("Cache-Control")).isEqualTo("max-age=31536000, public");
        assertThat(site.visitor()
                        .get(page.html().select("link[rel=icon]").attr("href"))
                        .header("Content-Type"))
                .isEqualTo("image/svg+xml");
    }

    @Test
    void unknownAddressesGetAPageOfOurs() {
        var page = site.visitor().as(SignedIn.someone()).get("/nowhere");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text("h1")).isEqualTo("There is nothing here");
        assertThat(page.texts("header nav li")).hasSize(4);
        assertThat(page.value(".languages input[name=next]")).isEqualTo("/nowhere");
    }

    @Test
    void aServiceThatIsAwayTakesNothingElseWithIt() {
        site.services().on("GET /api/tickets", 503, "");

        var page = site.visitor().as(SignedIn.someone()).get("/");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text("h1")).isEqualTo("A part of us is down");
        assertThat(page.text("main")).contains("The tickets cannot be shown or changed at this moment.");
        assertThat(page.header("Retry-After")).isEqualTo("5");
        assertThat(page.texts("header nav li")).containsExactly("Orders", "My tickets", "Sell", "Account");
    }

    @ParameterizedTest
    @CsvSource({"500, boom java.lang.NullPointerException", "200, {\"not\": \"a list\"}"})
    void whatIsBrokenInsideStaysInside(int status, String body) {
        site.services().on("GET /api/tickets", status, body);

        var page = site.visitor().get("/");

        assertThat(page.status()).isEqualTo(500);
        assertThat(page.text("h1")).isEqualTo("Something went wrong on our side");
        assertThat(page.html().outerHtml()).doesNotContain("Exception", "java.", "boom");
    }

    @Test
    void formsOfOtherSitesAreRefusedWithAPage() {
        var page = site.visitor()
                .as(SignedIn.someone())
                .with("Sec-Fetch-Site", "cross-site")
                .post("/orders", Map.of("ticketId", Site.TICKET_ID));

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text("h1")).isEqualTo("This is not yours to see or do");
        assertThat(site.services().calls("POST /api/orders")).isEmpty();
    }

    @Test
    void aFormOfUnlikelySizeIsRefusedWithAPage() {
        var page = site.visitor().as(SignedIn.someone()).post("/tickets/new", Map.of("title", "a".repeat(70_000)));

        assertThat(page.status()).isEqualTo(413);
        assertThat(page.text("h1")).isEqualTo("That was too much at once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?q=%FF", "/?q=%C3%28", "/?q=1&%E0%80=1"})
    void parametersThatAreNotWellFormedAreAnsweredWithAPage(String path) {
        var page = site.visitor().get(path);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.has("header nav")).isTrue();
    }

    @Test
    void aFormOfUnlikelyManyFieldsIsRefusedWithAPage() {
        var fields = IntStream.range(0, 51).boxed().collect(Collectors.toMap(i -> "field" + i, i -> "x"));

        var page = site.visitor().post("/auth/signin", fields);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.has("header nav")).isTrue();
        assertThat(site.services().calls("POST /api/users/signin")).isEmpty();
    }

    @Test
    void aHeadOfUnlikelySizeIsRefused() {
        assertThat(site.visitor().with("X-Long", "a".repeat(9_000)).get("/").status())
                .isEqualTo(431);
        assertThat(site.visitor().with("X-Long", "a".repeat(7_000)).get("/").status())
                .isEqualTo(200);
    }

    @Test
    void wrongMethodsAreRefused() {
        assertThat(site.visitor().post("/", Map.of()).status()).isEqualTo(405);
    }

    @Test
    void noRequestIsSentBack() {
        var page = site.visitor().as(SignedIn.someone()).send("TRACE", "/");

        assertThat(page.status()).isEqualTo(405);
        assertThat(page.html().text()).doesNotContain("session");
    }

    @Test
    void theServicesLearnWhereTheVisitorCameFrom() {
        site.visitor()
                .with("X-Forwarded-Proto", "https")
                .with("X-Forwarded-Host", "tickets.example")
                .with("X-Forwarded-For", "203.0.113.7")
                .with("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .with("Cookie", "__Host-session=a.b.c; session=other")
                .get("/");

        var call = site.services().call("GET /api/tickets");
        assertThat(call.header("X-forwarded-proto")).isEqualTo("https");
        assertThat(call.header("X-forwarded-host")).isEqualTo("tickets.example:443");
        assertThat(call.header("X-forwarded-for")).isEqualTo("203.0.113.7");
        assertThat(call.header("Traceparent")).contains("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(call.header("Cookie")).isEqualTo("__Host-session=a.b.c");
    }
}
