package dev.ticketing.client.web.search;

import static org.assertj.core.api.Assertions.assertThat;

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
class HomePageIT {

    private static final String ID = "6b0028613e6a648727960be0";
    private static final String EVENT = """
            {"id":"%s","name":"La Traviata","venue":"Grand Hall","city":"Vienna","country":"AT",
             "startsAt":"2126-12-24T20:00:00+01:00","timeZone":"Europe/Vienna"%s}""";
    private static final String FOR_SALE = ",\"tickets\":{\"forSale\":2,\"fromPrice\":20.00,\"currency\":\"usd\"}";

    @Autowired
    Site site;

    @BeforeEach
    void usualDay() {
        site.usual();
    }

    @Test
    void everyoneSeesTheTicketsOnSale() {
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
                .containsExactly("My tickets", "Orders", "Selling", "Account");
        assertThat(site.visitor().with("Cookie", "session=forged").get("/").texts("header nav li"))
                .containsExactly("Sign up", "Sign in");
    }

    @Test
    void lastSearchIsLinked() {
        var found = site.visitor().get("/?q=opera&maxPrice=30&currency=usd&sort=newest&minPrice=");

        var cookie = found.headers("Set-Cookie").stream()
                .filter(each -> each.startsWith("search="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(found.header("HX-Replace-Url")).isEqualTo("/?q=opera&maxPrice=30&currency=usd");
        var ticket = site.visitor().with("Cookie", cookie.split(";")[0]).get(Site.TICKET_PAGE);
        assertThat(ticket.html().select(".back a").attr("href")).isEqualTo("/?q=opera&maxPrice=30&currency=usd");
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
    void userInTheAddressIsIgnored() {
        var page = site.visitor().get("/?id=" + Site.SELLER_ID + "&email=a@example.com&user=x");

        assertThat(page.texts("header nav li")).containsExactly("Sign up", "Sign in");
    }

    @Test
    void theSearchGoesToTheServiceAndStaysInTheForm() {
        var page = site.visitor().get("/?q=rock+%26+roll&minPrice=5&maxPrice=&sort=-price");

        assertThat(site.services().call("GET /api/tickets").query())
                .isEqualTo("q=rock%20%26%20roll&minPrice=5&currency=usd&sort=-price&event=none");
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
        assertThat(site.services().calls("GET /api/tickets").getLast().query())
                .isEqualTo("q=a&cursor=20.00%3A5f&event=none");
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
    void aLowestPriceAboveTheHighestIsSaid() {
        site.services().on("GET /api/tickets", 200, "[]");

        assertThat(site.visitor().get("/?minPrice=100&maxPrice=20").text(".empty"))
                .startsWith("“Price from” is higher than “Price to”");
        assertThat(site.visitor().get("/?minPrice=20&maxPrice=100").text(".empty"))
                .startsWith("No ticket matches");
    }

    @Test
    void aWrongPriceIsSaidAndStays() {
        var page = site.visitor().get("/?minPrice=abc");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text("#search-errors")).isEqualTo("Enter an amount such as 1,234.50 for “Price from”.");
        assertThat(page.html().title()).isEqualTo("Error: Tickets for sale – Ticketing");
        assertThat(page.has("#search-errors [autofocus]")).isTrue();
        assertThat(site.visitor()
                        .with("HX-Request", "true")
                        .get("/?minPrice=abc")
                        .has("[autofocus]"))
                .isFalse();
        assertThat(page.html().select("#minPrice").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.value("#minPrice")).isEqualTo("abc");
    }

    @Test
    void pricesAreReadByTheVisitorsLanguage() {
        var german = site.visitor().with("Accept-Language", "de-DE").get("/?minPrice=1.000&maxPrice=1.234,50");

        assertThat(site.services().call("GET /api/tickets").query())
                .isEqualTo("minPrice=1000&maxPrice=1234.50&currency=eur&event=none");
        assertThat(german.header("HX-Replace-Url")).isEqualTo("/?minPrice=1000&maxPrice=1234.50&currency=eur");
        assertThat(german.text("#found")).endsWith("(nur Preise in EUR)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 1.000 | This could mean 1.00 or 1000.00. Enter one of the two.",
                "de | 1,000 | Das kann 1,00 oder 1000,00 bedeuten. Bitte geben Sie eines von beiden ein.",
                "de | 1e3 | Bitte geben Sie bei „Preis ab“ einen Betrag wie 1.234,50 ein."
            })
    void aPriceThatIsNotClearIsNotSearchedFor(String language, String typed, String why) {
        var page = site.visitor().with("Accept-Language", language).get("/?minPrice=" + typed);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text("#search-errors")).isEqualTo(why);
        assertThat(page.value("#minPrice")).isEqualTo(typed);
        assertThat(site.services().calls("GET /api/tickets")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en-US, usd", "en-GB, gbp", "de-DE, eur", "de-CH, chf", "de, usd", "en-IN, usd"})
    void pricesAreComparedInTheCurrencyOfTheVisitorsRegion(String language, String currency) {
        var page = site.visitor().with("Accept-Language", language).get("/?sort=price");

        assertThat(site.services().call("GET /api/tickets").query())
                .isEqualTo("currency=" + currency + "&sort=price&event=none");
        assertThat(page.html().select("#currency option[selected]").val()).isEqualTo(currency);
    }

    @Test
    void theCurrencyThatWasChosenIsRemembered() {
        var chosen = site.visitor().get("/?sort=price&currency=chf").headers("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("currency="))
                .findFirst()
                .orElseThrow();
        assertThat(chosen).startsWith("currency=chf;").contains("HttpOnly", "SameSite=Lax", "Path=/");

        site.visitor().with("Cookie", "currency=chf").get("/?sort=-price");
        assertThat(site.services().calls("GET /api/tickets").getLast().query())
                .isEqualTo("currency=chf&sort=-price&event=none");
        site.visitor().with("Cookie", "currency=xyz").get("/?sort=-price");
        assertThat(site.services().calls("GET /api/tickets").getLast().query())
                .isEqualTo("currency=usd&sort=-price&event=none");
        site.visitor().with("Cookie", "currency=chf").get("/?q=x");
        assertThat(site.services().calls("GET /api/tickets").getLast().query()).isEqualTo("q=x&event=none");
    }

    @Test
    void listShowsWhenWhereAndFromWhichPrice() {
        site.services().on("GET /api/events", 200, "[" + EVENT.formatted(ID, FOR_SALE) + "]");

        var page = site.visitor().get("/?q=traviata");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text(".stub"))
                .contains("La Traviata", "December 24, 2126", "Grand Hall, Vienna", "2 tickets", "from $20");
        assertThat(page.html().select("a[href=/events/" + ID + "]")).isNotEmpty();
    }

    @Test
    void listLeadsToDaysAndCities() {
        site.services()
                .on(
                        "GET /api/events",
                        200,
                        "[" + EVENT.formatted(ID, FOR_SALE) + ","
                                + EVENT.formatted(ID, FOR_SALE).replace("Vienna\"", "Bern\"") + "]");

        var page = site.visitor().get("/?q=traviata");

        assertThat(page.html().select(".quick a").eachText())
                .containsExactly(
                        "Today", "This weekend", "Next 7 days", "Next 30 days", "Bern", "Vienna", "All events");
        assertThat(page.html().select(".quick a:containsOwn(Bern)").attr("href"))
                .startsWith("/?q=traviata&city=Bern");
        assertThat(page.html().select(".day").first().text()).isEqualTo("Tue 24 Dec 2126");
    }

    @Test
    void badDayIsExplained() {
        site.services().on("GET /api/events", 400, """
                        {"code":"validation-failed","detail":"x","errors":[{"message":"x","field":"from"}]}""");

        var page = site.visitor().get("/?from=soon");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text("#search-errors")).contains("Enter a date");
    }

    @Test
    void ticketsWithoutAnEventAreNotSearchedByPlaceAndDay() {
        site.services().on("GET /api/events", 200, "[" + EVENT.formatted(ID, FOR_SALE) + "]");

        var page = site.visitor().get("/?q=a&city=Vienna&from=2126-12-24");

        assertThat(site.services().call("GET /api/events").query())
                .isEqualTo("q=a&city=Vienna&from=2126-12-24&limit=24");
        assertThat(site.services().calls("GET /api/tickets")).isEmpty();
        assertThat(page.has("#results[data-unneeded]")).isTrue();
    }

    @Test
    void laterPagesHaveEitherEventsOrTickets() {
        site.services()
                .on(
                        "GET /api/events",
                        200,
                        "[" + EVENT.formatted(ID, FOR_SALE) + "]",
                        Map.of("Link", "</api/events?cursor=1-a>; rel=\"next\""));

        assertThat(site.visitor()
                        .get("/?q=a")
                        .html()
                        .select("#events .paging a")
                        .attr("href"))
                .isEqualTo("/?q=a&after=1-a");
        assertThat(site.visitor().get("/?q=a&after=1-a").texts("#results .stub"))
                .isEmpty();
        assertThat(site.services().calls("GET /api/events").getLast().query()).isEqualTo("q=a&limit=24&cursor=1-a");
        assertThat(site.visitor().get("/?q=a&cursor=x").texts("#events .stub")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?q=a%20b&city=Bern"})
    void theListOfEventsHasMovedHere(String query) {
        var moved = site.visitor().get("/events" + query);

        assertThat(moved.status()).isEqualTo(301);
        assertThat(moved.header("Location")).endsWith("/" + query);
    }
}
