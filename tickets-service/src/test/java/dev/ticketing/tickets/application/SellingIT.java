package dev.ticketing.tickets.application;

import static dev.ticketing.tickets.ticket.TicketApi.array;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.testing.ServiceTest;
import dev.ticketing.testing.SignedIn;
import dev.ticketing.tickets.ticket.TicketApi;
import dev.ticketing.tickets.ticket.TicketFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest
class SellingIT {

    @Autowired
    RestTestClient http;

    @Autowired
    TicketService tickets;

    final SignedIn seller = SignedIn.someone();
    TicketApi api;
    String sold;

    @BeforeEach
    void sellSomeTickets() {
        api = new TicketApi(http);
        api.listed(seller, "First", "10");
        api.listed(seller, "Second", "20.50");
        api.listed(seller, "Far away", "3000", "jpy");
        sold = api.listed(seller, "Sold", "99.99");
        tickets.reserve(sold, TicketFixture.ORDER, 0, TicketFixture.UNTIL);
        tickets.sell(sold, TicketFixture.ORDER, TicketFixture.BUYER);
        tickets.reserve(api.listed(seller, "Held", "5"), TicketFixture.OTHER_ORDER, 0, TicketFixture.UNTIL);
        api.delete(seller, api.listed(seller, "Gone", "7")).expectStatus().isNoContent();
        api.listed(SignedIn.someone(), "Somebody else's", "1");
    }

    @ParameterizedTest
    @CsvSource({
        "'', Gone;Held;Sold;Far away;Second;First",
        "?status=, Gone;Held;Sold;Far away;Second;First",
        "?status=available, Far away;Second;First",
        "?status=reserved, Held",
        "'?status=sold,withdrawn', Gone;Sold",
        "?status=sold&status=reserved, Held;Sold",
    })
    void sellerSeesOwnTicketsByStatusNewestFirst(String query, String titles) {
        assertThat(titles(mine(seller, query))).isEqualTo(titles);
    }

    @Test
    void pagesFollowEachOther() {
        mine(seller, "?status=available&limit=2")
                .expectHeader()
                .value("Link", link -> assertThat(link).contains("status=available", "rel=\"next\""));
        var second = array(mine(seller, "?limit=2")).getLast().get("id");

        assertThat(titles(mine(seller, "?limit=2&cursor=" + second))).isEqualTo("Sold;Far away");
    }

    @Test
    void totalsAreByStatusAndCurrency() {
        mine(seller, "/totals")
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .json("""
                        [{"status":"available","currency":"jpy","count":1,"sum":3000},
                         {"status":"available","currency":"usd","count":2,"sum":30.50},
                         {"status":"reserved","currency":"usd","count":1,"sum":5.00},
                         {"status":"sold","currency":"usd","count":1,"sum":99.99},
                         {"status":"withdrawn","currency":"usd","count":1,"sum":7.00}]""", JsonCompareMode.STRICT);
    }

    @Test
    void sellerWithoutTicketsHasNone() {
        assertThat(array(mine(SignedIn.someone(), ""))).isEmpty();
        assertThat(array(mine(SignedIn.someone(), "/totals"))).isEmpty();
    }

    @Test
    void signedOutIsRefused() {
        api.get("/api/tickets/mine").expectStatus().isUnauthorized();
        api.get("/api/tickets/mine?status=x").expectStatus().isUnauthorized();
        api.get("/api/tickets/mine/totals").expectStatus().isUnauthorized();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=free", "status=sold,x", "cursor=x", "limit=0"})
    void invalidQueryIsRefused(String query) {
        mine(seller, "?" + query).expectStatus().isBadRequest();
    }

    private ResponseSpec mine(SignedIn user, String query) {
        return http.get()
                .uri("/api/tickets/mine" + query)
                .header("Cookie", user.cookie())
                .exchange();
    }

    private static String titles(ResponseSpec answer) {
        return String.join(
                ";",
                array(answer.expectStatus().isOk()).stream()
                        .map(ticket -> (String) ticket.get("title"))
                        .toList());
    }
}
