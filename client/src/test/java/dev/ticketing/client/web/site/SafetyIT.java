package dev.ticketing.client.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.client.testing.PageTest;
import dev.ticketing.client.testing.Site;
import dev.ticketing.testing.SignedIn;
import dev.ticketing.testing.network.Wire;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PageTest
class SafetyIT {

    @Autowired
    Site site;

    @LocalServerPort
    int port;

    @BeforeEach
    void usualDay() {
        site.usual();
    }

    @ParameterizedTest
    @CsvSource({"/, 200", "/auth/signin, 200", "/nowhere, 404"})
    void everyPageHasStrictSecurityHeaders(String path, int status) {
        var page = site.visitor().get(path);

        assertThat(page.status()).isEqualTo(status);
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Permissions-Policy")).contains("camera=()");
        assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Strict-Transport-Security")).isEmpty();
        assertThat(site.visitor().with("X-Forwarded-Proto", "https").get(path).header("Strict-Transport-Security"))
                .isEqualTo("max-age=31536000; includeSubDomains");
        assertThat(page.header("Content-Security-Policy")).contains("; script-src 'self';");
        assertThat(page.html().select("script"))
                .isNotEmpty()
                .allMatch(script -> script.attr("src").matches("/(js|webjars)/.*"));
        assertThat(page.html().select("script:not([src]), style, [style], [onclick]"))
                .isEmpty();
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void overHttpsEveryCookieIsBoundToTheHost() {
        var visitor = site.visitor().with("X-Forwarded-Proto", "https");

        var cookies = Stream.of(
                        visitor.post("/language", Map.of("language", "de")),
                        visitor.get("/?sort=price&currency=chf"),
                        visitor.post("/orders", Map.of("ticketId", Site.TICKET_ID)),
                        visitor.post("/tickets/new", Map.of("title", "Opera")),
                        visitor.get(Site.ORDER_PAGE + "?redirect_status=succeeded"))
                .flatMap(page -> page.headers("Set-Cookie").stream())
                .toList();

        assertThat(cookies)
                .allMatch(cookie -> cookie.startsWith("__Host-") && !cookie.contains("Domain"))
                .allSatisfy(
                        cookie -> assertThat(cookie).contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"))
                .extracting(cookie -> cookie.split("=")[0])
                .contains("__Host-language", "__Host-currency", "__Host-search", "__Host-purchase", "__Host-draft");
        assertThat(visitor.with("Cookie", "__Host-language=de")
                        .get("/")
                        .html()
                        .select("html")
                        .attr("lang"))
                .isEqualTo("de");
        assertThat(visitor.with("Cookie", "language=de")
                        .get("/")
                        .html()
                        .select("html")
                        .attr("lang"))
                .isEqualTo("en");
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
        assertThat(site.visitor().get("/css").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/humans.txt",
                "/nowhere.css",
                "/nowhere.json",
                "/css/nowhere.js",
                "/actuator",
                "/actuator/metrics"
            })
    void unknownAddressesGetAPageWithAnyEnding(String path) {
        var page = site.visitor().get(path);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
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
    void unavailableServiceAffectsNoOther() {
        site.services().on("GET /api/tickets", 503, "");

        var page = site.visitor().as(SignedIn.someone()).get("/");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text("h1")).isEqualTo("Part of the site is down");
        assertThat(page.text("main")).contains("Tickets are unavailable at the moment.");
        assertThat(page.header("Retry-After")).isEqualTo("5");
        assertThat(page.texts("header nav li")).containsExactly("My tickets", "Orders", "Selling", "Account");
    }

    @Test
    void formThatCannotBeSentNowShowsWhenToTryAgain() {
        site.services().on("POST /api/users/signin", 503, "");

        var page = site.visitor().post("/auth/signin", Map.of("email", "a@b.c", "password", "x"));

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"500, boom java.lang.NullPointerException", "200, {\"not\": \"a list\"}"})
    void internalErrorsRevealNothing(int status, String body) {
        site.services().on("GET /api/tickets", status, body);

        var page = site.visitor().get("/");

        assertThat(page.status()).isEqualTo(500);
        assertThat(page.text("h1")).isEqualTo("Something went wrong on our side");
        assertThat(page.html().outerHtml()).doesNotContain("Exception", "java.", "boom");
    }

    /** {@code Break-Error-Page} is known to the tests alone. */
    @ParameterizedTest
    @CsvSource({"GET, 431", "POST, 413", "PATCH, 431"})
    void errorOfTheErrorPageStaysInside(String method, int refused) throws Exception {
        var tooMuch = refused == 413 ? "Content-Length: 70000" : "Content-Length: 0\r\nCookie: t=" + "x".repeat(8_150);
        var head = method + " /auth/signin HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + tooMuch;

        assertThat(Wire.send(
                        port, head + "\r\nBreak-Error-Page: yes\r\n\r\n" + "x".repeat(refused == 413 ? 70_000 : 0)))
                .contains("We did not understand that", "X-Content-Type-Options: nosniff", "default-src 'none'")
                .doesNotContain("Jetty", "jetty", "Exception", "java.", "broken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a!b", "a%00b", "a;b", "a(b)", "a'b", "a~b", "{254}", "[:::::]"})
    void invalidHostIsRefusedWithAPage(String host) throws Exception {
        for (var page : List.of("/", "/orders", "/auth/signin", "/nowhere")) {
            var head =
                    "GET " + page + " HTTP/1.1\r\nConnection: close\r\nHost: " + host.replace("{254}", "a".repeat(254));

            assertThat(Wire.send(port, head + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 400")
                    .contains("We did not understand that");
        }
    }

    /** NGINX goes on sending a body that is refused, and takes a closed connection for a failure. */
    @Test
    void refusedBodyDoesNotEndTheConnection() throws Exception {
        var body = "x".repeat(250_000);
        var refused = "POST /auth/signin HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;

        assertThat(Wire.send(port, refused + "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 413")
                .contains("HTTP/1.1 200");
    }

    @Test
    void noServiceSendsUsElsewhere() {
        site.services().on("GET /api/tickets", 302, "", Map.of("Location", "/elsewhere"));

        assertThat(site.visitor().get("/?q=elsewhere").status()).isEqualTo(503);
        assertThat(site.services().calls("GET /elsewhere")).isEmpty();
    }

    @Test
    void formsOfOtherSitesAreRefusedWithAPage() {
        var page = site.visitor()
                .as(SignedIn.someone())
                .with("Sec-Fetch-Site", "cross-site")
                .post("/orders", Map.of("ticketId", Site.TICKET_ID));

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text("h1")).isEqualTo("You do not have access to this");
        assertThat(site.services().calls("POST /api/orders")).isEmpty();
    }

    @Test
    void aFormOfUnlikelySizeIsRefusedWithAPage() {
        var page = site.visitor().as(SignedIn.someone()).post("/tickets/new", Map.of("title", "a".repeat(70_000)));

        assertThat(page.status()).isEqualTo(413);
        assertThat(page.text("h1")).isEqualTo("That was too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?q=%FF", "/?q=%C3%28", "/?q=1&%E0%80=1"})
    void malformedParametersGetAPage(String path) {
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

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=x", "Multipart/mixed", "a/b/c"})
    void aFormOfAnUnreadableTypeIsRefusedWithAPage(String type) throws Exception {
        for (var form : List.of("/auth/signin", "/auth/signup", "/tickets/new", "/orders", "/language")) {
            assertThat(Wire.send(
                            port,
                            "POST " + form
                                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 1\r\n"
                                    + "Content-Type: " + type + "\r\n\r\nx"))
                    .startsWith("HTTP/1.1 415")
                    .contains("We did not understand that");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/tickets/new, title=%FF",
        "/tickets/new, title=%zz",
        "/tickets/6b07a08489ad99673acc22da/edit, title=%C3%28",
    })
    void aFormThatIsNotWellFormedIsRefusedBeforeSigningIn(String path, String form) throws Exception {
        assertThat(Wire.send(port, formHead(path, form) + form)).startsWith("HTTP/1.1 400");
    }

    @Test
    void aFormFieldOfAnotherTypeIsRefusedWithAPage() {
        var page = site.visitor()
                .as(SignedIn.someone())
                .post("/tickets/" + Site.TICKET_ID + "/edit", Map.of("version", "latest", "title", "a", "price", "1"));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.has("header nav")).isTrue();
    }

    private static String formHead(String path, String form) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + form.length()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n";
    }

    @Test
    void browserWithTooManyCookiesIsShownTheWayOut() {
        var cookies = site.visitor().with("Cookie", "t=" + "x".repeat(8_150));

        var page = cookies.get("/");
        assertThat(page.status()).isEqualTo(431);
        assertThat(page.has("header nav")).isTrue();
        var wayOut = cookies.post(page.html().select("main form").attr("action"), Map.of());
        assertThat(wayOut.status()).isEqualTo(303);
        assertThat(wayOut.header("Clear-Site-Data")).isEqualTo("\"cookies\"");
        assertThat(site.visitor().with("X-Long", "a".repeat(7_000)).get("/").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%00 HTTP/1.1",
                "GET /?%zz HTTP/9.9",
                "G(T / HTTP/1.1",
                "GET / HTTP/1.1\r\nHost: a b",
                "GET / HTTP/1.1\r\nX-Long: {50,000}",
                "POST / HTTP/1.1\r\nContent-Length: x",
                "POST / HTTP/1.1\r\nTransfer-Encoding: cakes",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 1",
            })
    void refusalOfTheContainerIsAPageOfOurs(String head) throws Exception {
        var answer = Wire.send(
                port,
                head.replace("{50,000}", "x".repeat(50_000)) + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 4")
                .contains("We did not understand that", "X-Content-Type-Options: nosniff", "default-src 'none'")
                .doesNotContain("Jetty", "jetty", "Exception", "java.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a]", "{a}", "a|b", "a^b", "`a`", "\\"})
    void charactersThatBrowsersDoNotEncodeAreAccepted(String query) throws Exception {
        assertThat(Wire.send(port, "GET /?q=" + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    /** Not even as a template of an address. */
    @ParameterizedTest
    @ValueSource(strings = {"[a]", "{a}", "a|b", "a^b", "`a`", "\\"})
    void charactersThatBrowsersDoNotEncodeAreRedirected(String query) throws Exception {
        assertThat(Wire.send(
                        port, "GET /events?q=" + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 301");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?q[0]=a",
                "/?q.x=a",
                "/?q[a].b=c",
                "/auth/signup?email[0]=x",
                "/auth/signin?next.x=a",
                "/orders?status[0]=a",
            })
    void pathsIntoPropertiesAreNoParameters(String address) throws Exception {
        assertThat(Wire.send(port, "GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .matches("(?s)HTTP/1.1 [23].*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\nAccept: */*", "\r\nAccept: text/html", "\r\nAccept: x"})
    void clientsThatAcceptAnythingPollChanges(String accept) throws Exception {
        assertThat(Wire.send(port, "GET /live HTTP/1.1\r\nHost: localhost\r\nConnection: close" + accept + "\r\n\r\n"))
                .matches("(?s)HTTP/1.1 (200|4\\d\\d).*");
    }

    @Test
    void headersAreNoParameters() {
        assertThat(site.visitor().with("Q", "smuggled").get("/").html().html()).doesNotContain("smuggled");
    }

    @ParameterizedTest
    @CsvSource({
        "/orders/, /orders",
        "/selling/, /selling",
        "/orders/?status=created, /orders?status=created",
        "/nowhere/, /nowhere",
    })
    void slashAtTheEndIsLeftOut(String address, String location) {
        var answer = site.visitor().get(address);

        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.header("Location")).isEqualTo(location);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/", "/%2Fevil.example/", "/orders;a=b", "/orders%20", "/%6frders"})
    void addressWrittenInAnotherWayLeadsNowhere(String address) throws Exception {
        assertThat(Wire.send(port, "GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 4")
                .doesNotContain("Location:");
    }

    @ParameterizedTest
    @CsvSource({"GET, /auth/signout, POST", "POST, /, GET", "DELETE, /auth/signin, GET", "PUT, /favicon.svg, GET"})
    void wrongMethodsAreRefusedWithThoseThatAreNot(String method, String path, String allowed) {
        var page = site.visitor().send(method, path);

        assertThat(page.status()).isEqualTo(405);
        assertThat(page.header("Allow")).contains(allowed);
    }

    @Test
    void noRequestIsSentBack() {
        var page = site.visitor().as(SignedIn.someone()).send("TRACE", "/");

        assertThat(page.status()).isEqualTo(405);
        assertThat(page.header("Allow")).isNotEmpty();
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
