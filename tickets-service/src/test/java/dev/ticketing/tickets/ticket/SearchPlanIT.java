package dev.ticketing.tickets.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.testing.ServiceTest;
import dev.ticketing.web.Paging;
import java.time.Instant;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.QueryMapper;
import org.springframework.data.mongodb.core.query.Query;

/** Every shape of search is covered by an index; only a real MongoDB has plans to read. */
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
        "'',,, newest",
        "'',,, price",
        "'',,, -price",
        "'',12,13, newest",
        "'',12,13, price",
        "con,,, newest",
        "con 7,12,13, price",
        "con 7,,, -price"
    })
    void aSearchReadsNoMoreThanItsIndexSays(String q, String min, String max, String sort) {
        var filter = new TicketFilter(q, min, max);
        var order = TicketOrder.of(sort);

        assertThat(plan(TicketSearch.query(filter, order, new Paging(50, null))))
                .contains("IXSCAN")
                .doesNotContain("COLLSCAN");
        assertThat(plan(TicketSearch.countQuery(filter))).contains("IXSCAN").doesNotContain("COLLSCAN");
    }

    private String plan(Query query) {
        var mapper = new QueryMapper(mongo.getConverter());
        var entity = mongo.getConverter().getMappingContext().getRequiredPersistentEntity(Ticket.class);
        var explained = mongo.getCollection("tickets")
                .find(mapper.getMappedObject(query.getQueryObject(), entity))
                .sort(mapper.getMappedSort(query.getSortObject(), entity))
                .limit(query.getLimit())
                .explain();
        return explained
                .get("queryPlanner", Document.class)
                .get("winningPlan", Document.class)
                .toJson();
    }
}
