package dev.ticketing.local.mongodb;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Without indexes but quick enough for one machine: searches as tickets-service makes them. */
class SearchSpeedIT {

    private static final int MANY = 10_000;
    private static final int TRIES = 15;
    private static final Duration QUICK = Duration.ofMillis(50);

    private static MongoDb server;
    private static MongoClient client;
    private static MongoCollection<Document> tickets;

    @BeforeAll
    static void insertMany(@TempDir Path folder) throws Exception {
        server = MongoDb.start(0, folder);
        client = MongoClients.create("mongodb://localhost:" + server.port());
        tickets = client.getDatabase("test").getCollection("tickets");
        var kinds = List.of("concert", "theatre", "opera", "football", "ballet");
        tickets.insertMany(IntStream.range(0, MANY)
                .mapToObj(i -> new Document("status", "AVAILABLE")
                        .append("titleTokens", List.of(String.valueOf(i), kinds.get(i % 5), "hall", "in", "row"))
                        .append("price", (long) (i * 7919 % MANY)))
                .toList());
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        server.close();
    }

    private record Search(Bson filter, Bson order, long total) {}

    static final List<Supplier<Search>> SEARCHES = List.of(
            () -> new Search(and(forSale()), descending("_id"), MANY),
            () -> new Search(and(forSale()), ascending("price", "_id"), MANY),
            () -> new Search(and(forSale(), word("con")), descending("price", "_id"), 2000),
            () -> new Search(and(forSale(), word("opera"), word("77")), descending("_id"), 23),
            () -> new Search(and(forSale(), gte("price", 100L), lte("price", 199L)), descending("_id"), 100),
            () -> new Search(and(forSale(), word("nothing")), descending("_id"), 0));

    private static Bson forSale() {
        return eq("status", "AVAILABLE");
    }

    private static Bson word(String beginning) {
        return regex("titleTokens", "^" + beginning);
    }

    @ParameterizedTest
    @FieldSource("SEARCHES")
    void aSearchOfTenThousandIsQuick(Supplier<Search> supplier) {
        var search = supplier.get();

        var nanos = LongStream.range(0, TRIES).map(i -> look(search)).min().orElseThrow();

        // the best of them: on a busy machine the others tell of its load
        assertThat(Duration.ofNanos(nanos)).isLessThan(QUICK);
    }

    /** One page and the total, as nanoseconds. */
    private static long look(Search search) {
        var began = System.nanoTime();
        var page = tickets.find(search.filter()).sort(search.order()).limit(51).into(new ArrayList<>());
        var total = tickets.find(search.filter())
                .projection(include("_id"))
                .limit(1001)
                .into(new ArrayList<>());
        var took = System.nanoTime() - began;
        assertThat(page).hasSize((int) Math.min(51, search.total()));
        assertThat(total).hasSize((int) Math.min(1001, search.total()));
        return took;
    }
}
