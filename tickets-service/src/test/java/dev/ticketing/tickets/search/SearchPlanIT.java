package dev.ticketing.tickets.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ExplainVerbosity;
import dev.ticketing.testing.ServiceTest;
import dev.ticketing.tickets.ticket.Ticket;
import dev.ticketing.tickets.ticket.TicketFixture;
import dev.ticketing.web.input.Paging;
import java.time.Instant;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.QueryMapper;
import org.springframework.data.mongodb.core.query.Query;

/** Every kind of search is covered by an index; only a real MongoDB has plans to read. */
@ServiceTest
@EnabledIfEnvironmentVariable(named = "TICKETING_TEST_BACKING", matches = "(?i)docker")
class SearchPlanIT {

    @Autowired
    MongoTemplate mongo;

    @BeforeAll
    static void listSome(@Autowired MongoTemplate mongo) {
        mongo.insertAll(IntStream.range(0, 500)
                .mapToObj(i -> Ticket.list(
                        TicketFixture.listing("Concert " + i, 1000 + i), TicketFixture.SELLER, Instant.EPOCH))
                .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "'',,,, newest",
        "'',,,usd, newest",
        "'',,,usd, price",
        "'',,,usd, -price",
        "'',12,13,usd, newest",
        "'',12,13,usd, price",
        "con,,,, newest",
        "con 7,12,13,usd, price",
        "con 7,,,usd, -price"
    })
    void searchReadsOnlyItsIndexRange(String q, String min, String max, String currency, String sort) {
        var filter = new TicketFilter(q, min, max, currency, null);
        var order = TicketOrder.of(sort);

        assertThat(plan(TicketSearch.query(filter, order, new Paging(50, null))))
                .contains("IXSCAN")
                .doesNotContain("COLLSCAN");
        assertThat(plan(TicketSearch.countQuery(filter))).contains("IXSCAN").doesNotContain("COLLSCAN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "price", "-price"})
    void aPageReadsItsOwnTicketsWhereverItStands(String sort) {
        var order = TicketOrder.of(sort);
        var filter = new TicketFilter("", null, null, "usd", null);
        var all = mongo.find(TicketSearch.query(filter, order, new Paging(400, null)), Ticket.class);
        for (var cursor : new String[] {null, order.cursorOf(all.get(100)), order.cursorOf(all.get(399))}) {
            var explained = explain(TicketSearch.query(filter, order, new Paging(50, cursor)));
            var stats = explained.get("executionStats", Document.class);

            assertThat(explained.toJson()).doesNotContain("\"SORT\"");
            assertThat(((Number) stats.get("totalKeysExamined")).longValue())
                    .as("keys read for %s of the page after %s", sort, cursor)
                    .isLessThanOrEqualTo(((Number) stats.get("nReturned")).longValue() + 10);
        }
    }

    private String plan(Query query) {
        return explain(query)
                .get("queryPlanner", Document.class)
                .get("winningPlan", Document.class)
                .toJson();
    }

    private Document explain(Query query) {
        var mapper = new QueryMapper(mongo.getConverter());
        var entity = mongo.getConverter().getMappingContext().getRequiredPersistentEntity(Ticket.class);
        return mongo.getCollection("tickets")
                .find(mapper.getMappedObject(query.getQueryObject(), entity))
                .sort(mapper.getMappedSort(query.getSortObject(), entity))
                .limit(query.getLimit())
                .explain(ExplainVerbosity.EXECUTION_STATS);
    }
}
