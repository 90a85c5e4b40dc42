package dev.ticketing.client.web.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.client.testing.PageTest;
import dev.ticketing.client.testing.Site;
import dev.ticketing.testing.SignedIn;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
        assertThat(page.texts(".tickets a")).containsExactly("Concert $20.00");
        assertThat(page.html().select(".tickets a").attr("href")).isEqualTo(Site.TICKET_PAGE);
    }

    @Test
    void theHeaderOffersWhatFitsTheVisitor() {
        assertThat(site.visitor().get("/").texts("header nav li")).containsExactly("Sign up", "Sign in");
        assertThat(site.visitor().as(SignedIn.someone()).get("/").texts("header nav li"))
                .containsExactly("Sell tickets", "My orders", "Sign out");
        assertThat(site.visitor().with("Cookie", "session=forged").get("/").texts("header nav li"))
                .containsExactly("Sign up", "Sign in");
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
    void aWrongPriceIsSaidBesideItsField() {
        site.services().refuses("GET /api/tickets", 400, "validation-failed", "minPrice must be a number", "minPrice");

        var page = site.visitor().get("/?minPrice=abc");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text("#minPrice-error")).isEqualTo("minPrice must be a number");
        assertThat(page.value("#minPrice")).isEqualTo("abc");
    }
}
