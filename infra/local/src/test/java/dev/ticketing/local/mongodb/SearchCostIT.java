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

/** Searches as tickets-service makes them; without an index their cost grows with what is stored, but no faster. */
class SearchCostIT {

    private static final int MANY = 10_000;
    private static final int FEW = 1_000;
    private static final int TRIES = 15;
    /** Ten times as many documents cost about ten times as much; a quadratic search costs a hundred times as much. */
    private static final int MOST = 30;

    private static MongoDb server;
    private static MongoClient client;
    private static MongoCollection<Document> many;
    private static MongoCollection<Document> few;

    @BeforeAll
    static void insertMany(@TempDir Path folder) throws Exception {
        server = MongoDb.start(0, folder);
        client = MongoClients.create("mongodb://localhost:" + server.port());
        many = tickets("many", MANY);
        few = tickets("few", FEW);
    }

    private static MongoCollection<Document> tickets(String name, int count) {
        var tickets = client.getDatabase("test").getCollection(name);
        var kinds = List.of("concert", "theatre", "opera", "football", "ballet");
        tickets.insertMany(IntStream.range(0, count)
                .mapToObj(i -> new Document("status", "AVAILABLE")
                        .append("titleTokens", List.of(String.valueOf(i), kinds.get(i % 5), "hall", "in", "row"))
                        .append("price", (long) (i * 7919 % count)))
                .toList());
        return tickets;
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
    void costGrowsNoFasterThanWhatIsStored(Supplier<Search> supplier) {
        var search = supplier.get();
        assertThat(page(many, search)).hasSize((int) Math.min(51, search.total()));
        assertThat(total(many, search)).hasSize((int) Math.min(1001, search.total()));

        assertThat(best(many, search)).isLessThan(MOST * best(few, search));
    }

    /** The best of several tries, in nanoseconds: on a busy machine the others measure its load. */
    private static long best(MongoCollection<Document> tickets, Search search) {
        return LongStream.range(0, TRIES)
                .map(i -> {
                    var began = System.nanoTime();
                    page(tickets, search);
                    total(tickets, search);
                    return System.nanoTime() - began;
                })
                .min()
                .orElseThrow();
    }

    private static List<Document> page(MongoCollection<Document> tickets, Search search) {
        return tickets.find(search.filter()).sort(search.order()).limit(51).into(new ArrayList<>());
    }

    private static List<Document> total(MongoCollection<Document> tickets, Search search) {
        return tickets.find(search.filter())
                .projection(include("_id"))
                .limit(1001)
                .into(new ArrayList<>());
    }
}
