package dev.ticketing.local.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class QuickMatchTest {

    private static final ObjectId FIRST = new ObjectId("5f0000000000000000000001");
    private static final ObjectId SECOND = new ObjectId("5f0000000000000000000002");

    private static final List<Document> DOCUMENTS = List.of(
            ticket(FIRST, "AVAILABLE", 1000L, "concert", "hall"),
            ticket(SECOND, "AVAILABLE", 2000, "opera", "concordia"),
            ticket(SECOND, "SOLD", 2000L, "opera"),
            ticket(FIRST, "SOLD", null),
            new Document("_id", FIRST),
            new Document("_id", "text")
                    .append("status", 5)
                    .append("price", "many")
                    .append("words", "concert"));

    private static Document ticket(ObjectId id, String status, Object price, String... words) {
        return new Document("_id", id)
                .append("status", status)
                .append("price", price)
                .append("words", List.of(words));
    }

    static final List<Supplier<Document>> UNDERSTOOD = List.of(
            Document::new,
            () -> new Document("status", "AVAILABLE"),
            () -> new Document("words", "opera"),
            () -> new Document("_id", FIRST),
            () -> new Document("status", new Document("$in", List.of("SOLD", "GONE"))),
            () -> new Document("words", new Document("$in", List.of("hall"))),
            () -> new Document("words", word("^con")),
            () -> new Document("words", new Document("$regex", "^CON").append("$options", "i")),
            () -> new Document("price", new Document("$gte", 1000L).append("$lt", 2000)),
            () -> new Document("price", new Document("$lte", 2000)),
            () -> new Document("price", new Document("$gt", 1000)),
            () -> new Document("_id", new Document("$lt", SECOND)),
            () -> and(new Document("status", "AVAILABLE"), new Document("words", word("^op"))),
            () -> new Document(
                    "$or", List.of(new Document("status", "SOLD"), new Document("price", new Document("$gt", 1000L)))));

    @ParameterizedTest
    @FieldSource("UNDERSTOOD")
    void whatIsUnderstoodMatchesAsTheLibrarySays(Supplier<Document> query) {
        var match = QuickMatch.of(query.get()).orElseThrow();
        var library = new DefaultQueryMatcher();

        assertThat(DOCUMENTS)
                .allSatisfy(document -> assertThat(match.test(document))
                        .as(document.toString())
                        .isEqualTo(library.matches(document, query.get())));
    }

    @Test
    void whatIsNotIsLeftToTheLibrary() {
        assertThat(List.of(
                        new Document("price", 1000L),
                        new Document("price", null),
                        new Document("price", new Document("$ne", 1000L)),
                        new Document("price", new Document("$gt", 1.5)),
                        new Document("ticket.id", "a"),
                        new Document("price", new Document()),
                        and(new Document("status", "SOLD"), new Document("$nor", List.of()))))
                .allSatisfy(query -> assertThat(QuickMatch.of(query)).isEmpty());
    }

    private static BsonRegularExpression word(String pattern) {
        return new BsonRegularExpression(pattern, "");
    }

    private static Document and(Document... parts) {
        return new Document("$and", List.of(parts));
    }
}
