package dev.ticketing.tickets.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.ticketing.testing.ServiceTest;
import dev.ticketing.testing.SignedIn;
import dev.ticketing.tickets.ticket.TicketApi;
import dev.ticketing.tickets.ticket.Tickets;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The tests change the database directly, as another instance would. */
@ServiceTest
@TestPropertySource(properties = "ticketing.tickets.lists-cached=1h")
class CachedListsIT {

    private static final SignedIn SELLER = SignedIn.someone();

    @Autowired
    RestTestClient http;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Tickets tickets;

    private String id;

    @BeforeEach
    void listOne() {
        tickets.deleteAll();
        id = new TicketApi(http).listed(SELLER, "Front row", "20");
    }

    @Test
    void listIsCachedByItsQuery() {
        assertThat(titles("/api/tickets")).containsExactly("Front row");

        byAnotherInstance("Back row");

        assertThat(titles("/api/tickets")).containsExactly("Front row");
        assertThat(titles("/api/tickets?limit=7")).containsExactly("Back row");
    }

    @Test
    void requestWithNoCacheGetsAFreshList() {
        titles("/api/tickets");
        byAnotherInstance("Back row");

        assertThat(titles(get("/api/tickets", HttpHeaders.CACHE_CONTROL, "no-cache")))
                .containsExactly("Back row");
    }

    @Test
    void everyChangeOfATicketEndsTheEntries() {
        titles("/api/tickets");
        var api = new TicketApi(http);

        api.put(SELLER, id, "{\"title\":\"Second row\",\"price\":20}")
                .expectStatus()
                .isOk();
        assertThat(titles("/api/tickets")).containsExactly("Second row");

        api.delete(SELLER, id).expectStatus().isNoContent();
        assertThat(titles("/api/tickets")).isEmpty();
    }

    @Test
    void clientWithTheSameTagGets304() {
        var first = get("/api/tickets", HttpHeaders.ACCEPT, "application/json");
        var tag = first.getResponseHeaders().getETag();
        var again = get("/api/tickets", HttpHeaders.IF_NONE_MATCH, tag);

        assertThat(again.getStatus().value()).isEqualTo(304);
        assertThat(again.getResponseHeaders().getETag()).isEqualTo(tag);
        assertThat(titles("/api/tickets")).containsExactly("Front row");
    }

    @Test
    void conditionalRequestFillsTheCacheWithTheCompleteList() {
        var tag = get("/api/tickets", HttpHeaders.ACCEPT, "*/*")
                .getResponseHeaders()
                .getETag();

        assertThat(get("/api/tickets?q=", HttpHeaders.IF_NONE_MATCH, tag)
                        .getStatus()
                        .value())
                .isEqualTo(304);
        assertThat(titles("/api/tickets?q=")).containsExactly("Front row");
    }

    @Test
    void refusalIsNotCached() {
        var first = get("/api/tickets?limit=0", HttpHeaders.ACCEPT, "*/*");
        var second = get("/api/tickets?limit=0", HttpHeaders.ACCEPT, "*/*");

        assertThat(first.getStatus().value()).isEqualTo(400);
        assertThat(traceId(second)).isNotEqualTo(traceId(first));
    }

    @Test
    void cachedListHasAllHeaders() {
        var made = get("/api/tickets?limit=1", HttpHeaders.ACCEPT, "*/*").getResponseHeaders();
        var cached = get("/api/tickets?limit=1", HttpHeaders.ACCEPT, "*/*").getResponseHeaders();

        assertThat(cached.headerNames()).containsExactlyInAnyOrderElementsOf(made.headerNames());
        assertThat(cached.getFirst("X-Total-Count")).isEqualTo("1");
    }

    private void byAnotherInstance(String title) {
        mongo.getCollection("tickets").updateMany(new Document(), new Document("$set", new Document("title", title)));
    }

    private List<String> titles(String path) {
        return titles(get(path, HttpHeaders.ACCEPT, "application/json"));
    }

    private static List<String> titles(EntityExchangeResult<String> answer) {
        return JsonPath.read(answer.getResponseBody(), "$[*].title");
    }

    private static String traceId(EntityExchangeResult<String> answer) {
        return JsonPath.read(answer.getResponseBody(), "$.traceId");
    }

    private EntityExchangeResult<String> get(String path, String header, String value) {
        return http.get().uri(path).header(header, value).exchange().returnResult(String.class);
    }
}
