package dev.ticketing.tickets.application;

import static dev.ticketing.tickets.ticket.TicketApi.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.testing.MovableClock;
import dev.ticketing.testing.ServiceTest;
import dev.ticketing.testing.SignedIn;
import dev.ticketing.tickets.ticket.Ticket;
import dev.ticketing.tickets.ticket.TicketApi;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** The responses to a client that does not know whether its first request has arrived. */
@ServiceTest
class RepeatedListingIT {

    private static final String CONCERT = "{\"title\":\"Concert\",\"price\":\"20.00\",\"currency\":\"EUR\"}";

    @Autowired
    RestTestClient http;

    @Autowired
    MongoOperations mongo;

    @Autowired
    MovableClock clock;

    TicketApi api;

    private final SignedIn seller = SignedIn.someone();
    private final String cookie = seller.cookie(Instant.now().plus(Duration.ofDays(3)));
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void setUp() {
        api = new TicketApi(http);
    }

    @Test
    void repeatedRequestGetsTheFirstResponse() {
        var first = listed(list(CONCERT));

        var again = list(CONCERT);

        again.expectHeader().valueEquals(HttpHeaders.LOCATION, "/api/tickets/" + first.get("id"));
        again.expectHeader().valueEquals(HttpHeaders.ETAG, "\"0\"");
        assertThat(listed(again)).isEqualTo(first);
        assertThat(ticketsOfSeller()).isOne();
    }

    @Test
    void firstResponseStaysWhateverBecomesOfTheTicket() {
        var first = listed(list(CONCERT));
        var id = (String) first.get("id");
        api.put(seller, id, "{\"title\":\"Opera\",\"price\":25,\"currency\":\"usd\"}")
                .expectStatus()
                .isOk();
        api.delete(seller, id).expectStatus().isNoContent();

        assertThat(listed(list(CONCERT))).isEqualTo(first);

        assertThat(api.ticket(id)).containsEntry("title", "Opera").containsEntry("status", "withdrawn");
    }

    @Test
    void ofManyAtOnceAllGetTheOneTicket() {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 50)
                    .mapToObj(each -> clients.submit(() -> listed(list(CONCERT))))
                    .toList();

            assertThat(answers.stream().map(RepeatedListingIT::get).distinct()).hasSize(1);
        }
        assertThat(ticketsOfSeller()).isOne();
    }

    @Test
    void keyWithAnotherBodyIsRefused() {
        list(CONCERT).expectStatus().isCreated();

        list("{\"title\":\"Concert\",\"price\":21}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("idempotency-key-reused");

        assertThat(ticketsOfSeller()).isOne();
    }

    @Test
    void sameKeyOfAnotherSellerIsAnother() {
        var first = listed(list(CONCERT));

        var other = listed(list(SignedIn.someone().cookie(), key, CONCERT));

        assertThat(other.get("id")).isNotEqualTo(first.get("id"));
    }

    @Test
    void withoutAKeyEveryRequestListsATicket() {
        api.post(seller, CONCERT).expectStatus().isCreated();
        api.post(seller, CONCERT).expectStatus().isCreated();

        assertThat(ticketsOfSeller()).isEqualTo(2);
    }

    @Test
    void keyIsForgottenAfterADay() {
        var first = listed(list(CONCERT));
        clock.advance(Duration.ofHours(24));

        var second = listed(list(CONCERT));

        assertThat(second.get("id")).isNotEqualTo(first.get("id"));
        assertThat(listed(list(CONCERT))).isEqualTo(second);
        var now = api.ticket((String) first.get("id"));
        assertThat(now.remove("seller")).isNotNull();
        assertThat(now).isEqualTo(first);
    }

    @Test
    void malformedKeyIsRefusedAfterTheSession() {
        list(cookie, "two words", CONCERT)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("Idempotency-Key");
        list("session=", "two words", CONCERT).expectStatus().isUnauthorized();
    }

    private long ticketsOfSeller() {
        return mongo.count(Query.query(Criteria.where("userId").is(seller.id())), Ticket.class);
    }

    private ResponseSpec list(String body) {
        return list(cookie, key, body);
    }

    private ResponseSpec list(String cookie, String key, String body) {
        return http.post()
                .uri("/api/tickets")
                .header("Cookie", cookie)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static Map<String, Object> listed(ResponseSpec answer) {
        return object(answer.expectStatus().isCreated());
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
