package dev.ticketing.client.web.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketing.client.testing.PageTest;
import dev.ticketing.client.testing.Site;
import dev.ticketing.events.TicketEvent.TicketUpdated;
import dev.ticketing.testing.Broker;
import dev.ticketing.testing.SignedIn;
import java.util.List;
import java.util.Map;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Cached for longer than any test takes. */
@PageTest
@TestPropertySource(properties = "ticketing.pages.keep=1h")
class KeptPagesIT {

    private static final String SEARCH = "GET /api/tickets";

    @Autowired
    Site site;

    @Autowired
    Broker broker;

    @Autowired
    TicketNews news;

    @BeforeEach
    void usualDay() {
        site.usual();
        news.changed();
    }

    @Test
    void visitorsWithoutASessionShareAPage() {
        var first = site.visitor().get("/?q=a");
        var second = site.visitor().get("/?q=a");

        assertThat(site.services().calls(SEARCH)).hasSize(1);
        assertThat(second.header("ETag")).isNotEmpty().isEqualTo(first.header("ETag"));
        assertThat(second.html().html()).isEqualTo(first.html().html());
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.headers().map().keySet())
                .isEqualTo(first.headers().map().keySet());
        assertThat(second.header("Content-Security-Policy")).isEqualTo(first.header("Content-Security-Policy"));
        site.visitor().get("/?q=b");
        assertThat(site.services().calls(SEARCH)).hasSize(2);
    }

    @Test
    void pageOfASessionIsNeverShownToOthers() {
        site.visitor().get("/");
        var one = site.visitor().as(SignedIn.someone());

        assertThat(one.get("/").text("header nav")).contains("Account");
        assertThat(site.visitor().get("/").text("header nav")).contains("Sign in");
        assertThat(site.services().calls(SEARCH)).hasSize(1);
    }

    @Test
    void repeatedHeadersNeverCacheAPageWithASession() {
        var session = SignedIn.someone().cookie();
        var doublings = List.of(
                List.of("Cookie", "null", "Cookie", session),
                List.of("Cookie", "a=b", "Cookie", session),
                List.of("Cookie", "session=x", "Cookie", session),
                List.of("Cookie", "x; " + session),
                List.of("Cookie", "a=\"; " + session + "; b=\""));
        for (var doubling : doublings) {
            var visitor = site.visitor();
            for (var at = 0; at < doubling.size(); at += 2) {
                visitor = visitor.with(doubling.get(at), doubling.get(at + 1));
            }
            visitor.get("/");
            for (var stranger : List.of(
                    site.visitor(),
                    site.visitor().with("Cookie", "null"),
                    site.visitor().with("Cookie", "a=b"),
                    site.visitor().with("Cookie", "session=x"),
                    site.visitor().with("Cookie", "x"))) {
                assertThat(stranger.get("/").text("header nav"))
                        .as("%s", doubling)
                        .contains("Sign in")
                        .doesNotContain("Account");
            }
        }
    }

    /** Headers and parameters of a stranger do not change the page of others. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Q",
                "Sort",
                "Cursor",
                "MinPrice",
                "Accept",
                "Origin",
                "Referer",
                "User-Agent",
                "Via",
                "Forwarded",
                "X-Forwarded-Prefix",
                "X-Forwarded-Host",
                "X-Forwarded-Proto",
                "X-Forwarded-Port",
                "X-Forwarded-Ssl",
                "X-Original-URL",
                "X-Rewrite-URL",
                "X-HTTP-Method-Override",
                "HX-Request",
                "HX-Target",
                "HX-Boosted",
                "Accept-Language",
                "If-None-Match",
                "Range",
                "Cookie"
            })
    void noHeaderOfOneVisitorChangesThePageOfAnother(String header) {
        var expected = site.visitor().get("/").html().html();
        news.changed();

        site.visitor().with(header, "https, evil").with(header, "de, evil").get("/");

        assertThat(site.visitor().get("/").html().html()).isEqualTo(expected);
    }

    @Test
    void newsOfATicketMakeAPageNew() {
        site.visitor().get("/");
        site.services().on(SEARCH, 200, "[]");
        assertThat(site.visitor().get("/").texts(".stub a")).hasSize(1);

        var id = new ObjectId().toHexString();
        broker.publish(new TicketUpdated(id, "Concert", 2000, "usd", Site.SELLER_ID, "sold", null), 1);

        await().untilAsserted(() ->
                assertThat(site.visitor().get("/").texts(".stub a")).isEmpty());
    }

    @Test
    void sellerSeesTheirNewTicketAtOnce() {
        var seller = site.visitor().as(SignedIn.someone());
        seller.get("/");
        site.services().on("POST /api/tickets", 201, Site.ticket("available")).on(SEARCH, 200, "[]");

        seller.post("/tickets/new", Map.of("title", "Concert", "price", "20.00", "currency", "usd"));

        assertThat(seller.get("/").texts(".stub a")).isEmpty();
    }

    @Test
    void anUnchangedPageIsNotSentAgain() {
        var tag = site.visitor().get("/").header("ETag");

        assertThat(tag).isNotEmpty();
        assertThat(site.visitor().with("If-None-Match", tag).get("/").status()).isEqualTo(304);
        assertThat(site.visitor().with("If-None-Match", "\"x\"").get("/").status())
                .isEqualTo(200);
    }

    @Test
    void languagesAreKeptApart() {
        site.visitor().with("Accept-Language", "en").get("/");
        site.visitor().with("Accept-Language", "de").get("/");
        site.visitor().with("Cookie", "lang=de").get("/");

        // the search result is the same for all; the pages are not
        assertThat(site.services().calls(SEARCH)).hasSize(1);
    }

    @Test
    void unavailableServiceIsCalledAgain() {
        site.services().on(SEARCH, 503, "");
        assertThat(site.visitor().get("/?q=away").status()).isEqualTo(503);

        site.usual();
        news.changed();

        assertThat(site.visitor().get("/?q=away").status()).isEqualTo(200);
    }
}
