package dev.ticketing.tickets.search;

import static dev.ticketing.tickets.ticket.TicketApi.array;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.testing.ServiceTest;
import dev.ticketing.testing.SignedIn;
import dev.ticketing.tickets.ticket.Ticket;
import dev.ticketing.tickets.ticket.TicketApi;
import dev.ticketing.tickets.ticket.TicketFixture;
import dev.ticketing.tickets.ticket.Tickets;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class TicketSearchIT {

    private static final SignedIn SELLER = SignedIn.someone();

    @Autowired
    RestTestClient http;

    @Autowired
    Tickets tickets;

    TicketApi api;

    @BeforeEach
    void listSomeTickets() {
        tickets.deleteAll();
        api = new TicketApi(http);
        api.listed(SELLER, "Beyoncé live in Zürich", "120");
        api.listed(SELLER, "Sigur Rós", "80.50");
        api.listed(SELLER, "Beatles (tribute) (.*)", "15");
        api.listed(SELLER, "Bolshoi: Swan Lake", "80.50");
        api.listed(SELLER, "東京 Kabuki", "9000", "jpy");
        var gone = api.listed(SELLER, "Beethoven", "33");
        api.delete(SELLER, gone).expectStatus().isNoContent();
    }

    @Test
    void newestComeFirst() {
        assertThat(titles("/api/tickets"))
                .containsExactly(
                        "東京 Kabuki",
                        "Bolshoi: Swan Lake",
                        "Beatles (tribute) (.*)",
                        "Sigur Rós",
                        "Beyoncé live in Zürich");
        assertThat(titles("/api/tickets?q=&minPrice=&maxPrice=&sort=&cursor=&limit="))
                .hasSize(5);
        assertThat(titles("/api/tickets?event=none")).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        "be, 'Beatles (tribute) (.*);Beyoncé live in Zürich'",
        "BEYONCE ZURI, Beyoncé live in Zürich",
        "zürich beyoncé, Beyoncé live in Zürich",
        "be sigur, ''",
        "eyonce, ''",
        ".*, ''",
        "be.*, 'Beatles (tribute) (.*);Beyoncé live in Zürich'",
        "'(((', ''",
        "'\\Q\\E$', ''",
        "東, 東京 Kabuki",
        "beethoven, ''",
    })
    void wordsAreFoundByTheirBeginning(String q, String expected) {
        var found = array(api.get("/api/tickets?q={q}", q).expectStatus().isOk()).stream()
                .map(ticket -> (String) ticket.get("title"))
                .toList();

        assertThat(String.join(";", found)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "minPrice=80.50, 3",
        "minPrice=80.51, 1",
        "maxPrice=80.50, 3",
        "maxPrice=80.49, 1",
        "minPrice=15&maxPrice=15.00, 1",
        "minPrice=20&maxPrice=15, 0",
        "minPrice=8999&maxPrice=9000, 0",
        "currency=jpy&minPrice=8999&maxPrice=9000, 1",
        "currency=jpy&minPrice=8999.5&maxPrice=9000.5, 1",
        "currency=JPY, 1",
        "currency=eur, 0",
        "currency=, 5",
        "q=b&minPrice=80&maxPrice=100, 1",
    })
    void pricesAreBoundedWithinOneCurrency(String query, int count) {
        assertThat(titles("/api/tickets?" + query)).hasSize(count);
    }

    @Test
    void pricesAreSortedBothWays() {
        var upwards = titles("/api/tickets?sort=price");

        assertThat(upwards)
                .containsExactly("Beatles (tribute) (.*)", "Sigur Rós", "Bolshoi: Swan Lake", "Beyoncé live in Zürich");
        assertThat(titles("/api/tickets?sort=-price")).isEqualTo(upwards.reversed());
    }

    @Test
    void pricesAreComparedWithinTheCurrencyOfTheResponse() {
        api.listed(SELLER, "Dinars", "5", "kwd");
        api.listed(SELLER, "Euros", "20", "eur");
        api.listed(SELLER, "More euros", "100", "eur");

        assertThat(titles("/api/tickets?sort=price&currency=eur")).containsExactly("Euros", "More euros");
        assertThat(titles("/api/tickets?sort=price&currency=kwd")).containsExactly("Dinars");
        assertThat(titles("/api/tickets?minPrice=10&currency=eur")).containsExactly("More euros", "Euros");
        api.get("/api/tickets?sort=price").expectHeader().valueEquals("X-Currency", "usd");
        api.get("/api/tickets?minPrice=10").expectHeader().valueEquals("X-Currency", "usd");
        api.get("/api/tickets?currency=eur").expectHeader().valueEquals("X-Currency", "eur");
        api.get("/api/tickets").expectHeader().doesNotExist("X-Currency");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=newest",
                "sort=price",
                "sort=-price",
                "q=b&sort=price",
                "minPrice=20&sort=newest",
                "currency=usd"
            })
    void pagesFollowEachOtherWithoutAGap(String query) {
        var all = titles("/api/tickets?" + query);

        var paged = new ArrayList<String>();
        var next = "/api/tickets?limit=2&" + query;
        while (next != null && paged.size() <= all.size()) {
            var page = titles(next);
            assertThat(page).hasSizeBetween(1, 2);
            paged.addAll(page);
            next = next(next);
        }

        assertThat(paged).isEqualTo(all).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', 5", "limit=2, 5", "q=b&limit=1, 3", "q=beethoven, 0", "'q=((', 0"})
    void theTotalIsOfAllPages(String query, String total) {
        api.http()
                .get()
                .uri(URI.create("/api/tickets?" + query))
                .exchange()
                .expectHeader()
                .valueEquals("X-Total-Count", total);
    }

    @Test
    void theTotalOfALaterPageIsTheSame() {
        var second = next("/api/tickets?limit=2");

        api.http().get().uri(URI.create(second)).exchange().expectHeader().valueEquals("X-Total-Count", "5");
    }

    @Test
    void noMoreThanAThousandAreCounted() {
        tickets.saveAll(IntStream.range(0, 1_001)
                .mapToObj(i -> Ticket.list(TicketFixture.listing("Many", 1000), TicketFixture.SELLER, Instant.EPOCH))
                .toList());

        api.get("/api/tickets?q=many").expectHeader().valueEquals("X-Total-Count", "1000+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=cheapest",
                "minPrice=abc",
                "minPrice=-1",
                "maxPrice=1e300",
                "maxPrice=NaN",
                "maxPrice=20.005",
                "minPrice=1e3",
                "currency=inr",
                "currency=xxxxxxxxxxxx",
                "limit=0",
                "limit=101",
                "cursor=42",
                "cursor=80500-5f0000000000000000000001",
                "sort=price&cursor=5f0000000000000000000001",
                "sort=price&cursor=9999999999999999-5f0000000000000000000001",
            })
    void invalidQueryIsRefused(String query) {
        api.get("/api/tickets?" + query)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(query.replaceAll("^(sort=price&)?(\\w+)=.*", "$2"));
    }

    @Test
    void searchTextIsLimited() {
        api.get("/api/tickets?q={q}", "a ".repeat(101)).expectStatus().isBadRequest();
    }

    private List<String> titles(String uri) {
        return array(api.http()
                        .get()
                        .uri(URI.create(uri))
                        .exchange()
                        .expectStatus()
                        .isOk())
                .stream()
                .map(ticket -> (String) ticket.get("title"))
                .toList();
    }

    private String next(String uri) {
        var link = api.http().get().uri(URI.create(uri)).exchange().returnResult();
        var header = link.getResponseHeaders().getFirst(HttpHeaders.LINK);
        return header == null ? null : header.replaceAll("^<(https?://[^/]+)?|>; rel=\"next\"$", "");
    }
}
