package dev.ticketing.client.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketing.client.testing.Browser;
import dev.ticketing.client.testing.PageTest;
import dev.ticketing.client.testing.Site;
import dev.ticketing.client.web.live.TicketNews;
import dev.ticketing.events.TicketEvent.TicketUpdated;
import dev.ticketing.testing.Broker;
import dev.ticketing.testing.SignedIn;
import java.util.Map;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** With a moment that no test outlives. */
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
        assertThat(nonceOf(second)).isNotEqualTo(nonceOf(first));
        assertThat(second.html().html().replace(nonceOf(second), ""))
                .isEqualTo(first.html().html().replace(nonceOf(first), ""));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.headers().map().keySet())
                .isEqualTo(first.headers().map().keySet());
        assertThat(second.header("Content-Security-Policy")).contains("'nonce-" + nonceOf(second) + "'");
        site.visitor().get("/?q=b");
        assertThat(site.services().calls(SEARCH)).hasSize(2);
    }

    private static String nonceOf(Browser.Page page) {
        return page.html().select("script").attr("nonce");
    }

    @Test
    void nobodySeesThePageOfSomebodyWithASession() {
        site.visitor().get("/");
        var one = site.visitor().as(SignedIn.someone());

        assertThat(one.get("/").text("header nav")).contains("Account");
        assertThat(site.visitor().get("/").text("header nav")).contains("Sign in");
        assertThat(site.services().calls(SEARCH)).hasSize(1);
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
    void whoListsATicketSeesItAtOnce() {
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

        // the answer of the search is the same for all; the pages are not
        assertThat(site.services().calls(SEARCH)).hasSize(1);
    }

    @Test
    void aServiceThatIsAwayIsAskedAgain() {
        site.services().on(SEARCH, 503, "");
        assertThat(site.visitor().get("/?q=away").status()).isEqualTo(503);

        site.usual();
        news.changed();

        assertThat(site.visitor().get("/?q=away").status()).isEqualTo(200);
    }
}
