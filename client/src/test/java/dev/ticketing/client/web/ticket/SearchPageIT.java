package dev.ticketing.client.web.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.client.testing.PageTest;
import dev.ticketing.client.testing.Site;
import dev.ticketing.testing.SignedIn;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class SearchPageIT {

    @Autowired
    Site site;

    @BeforeEach
    void usualDay() {
        site.usual();
    }

    @Test
    void everybodySeesTheTicketsForSale() {
        var page = site.visitor().get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().title()).isEqualTo("Tickets for sale – Ticketing");
        assertThat(page.html().select("html").attr("lang")).isEqualTo("en");
        assertThat(page.texts(".stub a")).containsExactly("Concert $20.00");
        assertThat(page.html().select(".stub a").attr("href")).isEqualTo(Site.TICKET_PAGE);
    }

    @Test
    void theHeaderOffersWhatFitsTheVisitor() {
        assertThat(site.visitor().get("/").texts("header nav li")).containsExactly("Sign up", "Sign in");
        assertThat(site.visitor().as(SignedIn.someone()).get("/").texts("header nav li"))
                .containsExactly("Orders", "My tickets", "Sell", "Account");
        assertThat(site.visitor().with("Cookie", "session=forged").get("/").texts("header nav li"))
                .containsExactly("Sign up", "Sign in");
    }

    @Test
    void whatOneLookedForLastIsLedBackTo() {
        var found = site.visitor().get("/?q=opera&maxPrice=30&sort=newest&minPrice=");

        var cookie = found.header("Set-Cookie");
        assertThat(cookie).startsWith("search=").contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(found.header("HX-Replace-Url")).isEqualTo("/?q=opera&maxPrice=30");
        var ticket = site.visitor().with("Cookie", cookie.split(";")[0]).get(Site.TICKET_PAGE);
        assertThat(ticket.html().select(".back a").attr("href")).isEqualTo("/?q=opera&maxPrice=30");
        assertThat(site.visitor().with("Cookie", cookie.split(";")[0]).get("/").header("Set-Cookie"))
                .startsWith("search=;")
                .contains("Max-Age=0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ly9ldmlsLmV4YW1wbGU", "aHR0cHM6Ly9ldmlsLmV4YW1wbGUv", "???", ""})
    void aForgedSearchLeadsHome(String value) {
        var ticket = site.visitor().with("Cookie", "search=" + value).get(Site.TICKET_PAGE);

        assertThat(ticket.html().select(".back a").attr("href")).isEqualTo("/");
    }

    @Test
    void nobodyIsWhoTheAddressSays() {
        var page = site.visitor().get("/?id=" + Site.SELLER_ID + "&email=a@example.com&user=x");

        assertThat(page.texts("header nav li")).containsExactly("Sign up", "Sign in");
    }

    @Test
    void theSearchGoesToTheServiceAndStaysInTheForm() {
        var page = site.visitor().get("/?q=rock+%26+roll&minPrice=5&maxPrice=&sort=-price");

        assertThat(site.services().call("GET /api/tickets").query())
                .isEqualTo("q=rock%20%26%20roll&minPrice=5&sort=-price");
        assertThat(page.value("#q")).isEqualTo("rock & roll");
        assertThat(page.value("#minPrice")).isEqualTo("5");
        assertThat(page.value("#maxPrice")).isEmpty();
        assertThat(page.html().select("#sort option[selected]").val()).isEqualTo("-price");
    }

    @Test
    void theNextPageFollowsTheServicesLink() {
        site.services()
                .on(
                        "GET /api/tickets",
                        200,
                        "[" + Site.ticket("available") + "]",
                        Map.of("Link", "<http://tickets:8080/api/tickets?q=a&cursor=20.00%3A5f>; rel=\"next\""));

        var page = site.visitor().get("/?q=a");

        assertThat(page.html().select("a[rel=next]").attr("href")).isEqualTo("/?q=a&cursor=20.00%3A5f");
        var second = site.visitor().get("/?q=a&cursor=20.00%3A5f");
        assertThat(second.html().select(".paging a").first().attr("href")).isEqualTo("/?q=a");
        assertThat(site.services().calls("GET /api/tickets").getLast().query()).isEqualTo("q=a&cursor=20.00%3A5f");
    }

    @Test
    void addressThatIsNotWellFormedIsTheVisitorsFault() {
        assertThat(site.visitor().get("/?q=%FF").status()).isEqualTo(400);
    }

    @Test
    void nothingFoundHelps() {
        site.services().on("GET /api/tickets", 200, "[]");

        assertThat(site.visitor().get("/").text(".empty")).contains("Yours could be the first");
        assertThat(site.visitor().get("/?q=x").html().select(".empty a").attr("href"))
                .isEqualTo("/");
    }

    @Test
    void aWrongPriceIsSaidAndStays() {
        site.services().refuses("GET /api/tickets", 400, "validation-failed", "minPrice must be a number", "minPrice");

        var page = site.visitor().get("/?minPrice=abc");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text("#search-errors")).startsWith("“Price from” is an amount");
        assertThat(page.html().select("#minPrice").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.value("#minPrice")).isEqualTo("abc");
    }
}
