package dev.ticketing.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import dev.ticketing.check.Verdict;
import dev.ticketing.check.collect.AnswerJournal;
import dev.ticketing.check.collect.LiveSuite;
import dev.ticketing.check.evidence.Answered;
import dev.ticketing.check.evidence.Expectations;
import dev.ticketing.check.invariant.Invariant;
import dev.ticketing.check.invariant.Invariant.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The last story: whatever happened in the others, every invariant holds, and the checker detects a violation. */
@Order(Integer.MAX_VALUE)
class InvariantsIT extends Story {

    /** Longer than the interval of the reconciler of payments. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final MongoClient mongo =
            MongoClients.create(suite().options().addresses().mongodbUri());
    private final Person seller = Person.signedUp(frontDoor());
    private final Person buyer = Person.signedUp(frontDoor());

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void allHoldAfterAllStories() {
        bought();
        cancelled();
        var expiring = buyer.orders(seller.lists("Left alone", "7").id());
        eventually()
                .atMost(WINDOW.plusSeconds(10))
                .until(() -> buyer.orderStatus(expiring.id()).equals("cancelled"));

        var verdict = check();

        assertThat(verdict.holds()).as(verdict.report()).isTrue();
        assertThat(verdict.unjudged()).isEmpty();
        assertThat(verdict.evidence().orders()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(verdict.evidence().answers()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(verdict.report()).contains("10  the dead letters are exactly the poison: holds");
    }

    /** The front door also records the responses to strangers, whose paths contain any bytes. */
    @Test
    void allHoldDespiteRequestsOfStrangers() {
        var orderId = buyer.orders(seller.lists("Given back", "5").id()).id();
        var stranger = Person.stranger(frontDoor());
        for (var path : List.of("%e0", "%F0%9F", "%22%5c", "%01", ";jsessionid=1", "/", orderId + "/%ff")) {
            stranger.cancels(path);
        }
        buyer.cancels(orderId.toUpperCase(Locale.ROOT) + ";jsessionid=1");

        var verdict = checkAnswersOfTheFrontDoor();

        assertThat(verdict.holds()).as(verdict.report()).isTrue();
        assertThat(verdict.evidence().answers()).extracting(Answered::path).contains("/api/orders/\uFFFD");
    }

    @Test
    void ticketOfAnotherOrderIsSeenInTheDatabase() {
        var ticketId = bought();

        var verdict = checkWith("tickets", "tickets", ticketId, "orderId", "0123456789abcdef01234567");

        assertThat(violations(verdict)).contains(Invariant.REPLICAS);
        assertThat(verdict.report()).contains(ticketId);
        assertThat(verdict.holds()).isFalse();
    }

    @Test
    void orderThatIsActiveAgainIsSeenInTheDatabase() {
        var orderId = cancelled();

        var verdict = checkWith("orders", "orders", orderId, "status", "COMPLETE");

        assertThat(violations(verdict))
                .contains(
                        Invariant.ONE_ACTIVE_ORDER,
                        Invariant.PAID_ORDERS,
                        Invariant.LEGAL_HISTORIES,
                        Invariant.REPLICAS,
                        Invariant.ANSWERS);
        assertThat(verdict.report()).contains(orderId);
    }

    @Test
    void orderThatIsLostIsSeen() {
        var orderId = cancelled();

        var verdict = checkWithout("orders", "orders", orderId);

        assertThat(violations(verdict)).contains(Invariant.LEGAL_HISTORIES, Invariant.REPLICAS, Invariant.ANSWERS);
        assertThat(verdict.report()).contains(orderId);
    }

    @Test
    void accountThatIsLostIsSeen() {
        bought();
        var sellerId = seller.id();

        var verdict = checkWithout("auth", "users", sellerId);

        assertThat(violations(verdict)).containsExactly(Invariant.ANSWERS);
        assertThat(verdict.report()).contains(sellerId);
    }

    @Test
    void foreignDocumentIsDetected() {
        var orderId = cancelled();

        var verdict = checkWith("orders", "orders", orderId, "status", "BOGUS");

        assertThat(violations(verdict)).contains(Invariant.LEGAL_HISTORIES);
        assertThat(verdict.report()).contains("status BOGUS", orderId);
    }

    @Test
    void eventLeftInAnOutboxIsReported() {
        var orderId = cancelled();
        check();

        var verdict = with(
                collection("orders", "orders"), orderId, "outbox", List.of(new Document()), () -> check(Duration.ZERO));

        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.report()).contains("never at rest: 1 outboxes with events (" + orderId + ")");
    }

    @Test
    void missingUniqueIndexIsSeen() {
        check();
        var orders = collection("orders", "orders");
        orders.dropIndex("activeTicketId");
        try {
            assertThat(violations(check())).containsExactly(Invariant.ONE_ACTIVE_ORDER);
        } finally {
            orders.createIndex(
                    Indexes.ascending("activeTicketId"),
                    new IndexOptions().name("activeTicketId").unique(true).sparse(true));
        }
    }

    @Test
    void authorizationWithoutAnOrderIsDetectedAtStripe() {
        check();
        var stripe = new StripeApi(suite().options().addresses().stripe());
        var intentId = stripe.hold(999);
        try {
            assertThat(violations(check())).containsExactly(Invariant.NOBODY_CHARGED_FOR_NOTHING);
        } finally {
            stripe.cancel(intentId);
        }
    }

    private String bought() {
        var ticketId = seller.lists("Bought", "12.34").id();
        var order = buyer.orders(ticketId);
        buyer.pays(order.id(), "tok_visa");
        eventually().until(() -> buyer.ticketStatus(ticketId).equals("sold"));
        return ticketId;
    }

    private String cancelled() {
        var orderId = buyer.orders(seller.lists("Given back", "5").id()).id();
        buyer.cancels(orderId);
        return orderId;
    }

    private static List<Invariant> violations(Verdict verdict) {
        return verdict.violations().values().stream()
                .flatMap(List::stream)
                .map(Violation::invariant)
                .toList();
    }

    private static Verdict check() {
        return check(PATIENCE);
    }

    private static Verdict checkAnswersOfTheFrontDoor() {
        var options = suite().options();
        try (var live = new LiveSuite(options)) {
            return Verdict.on(live.read(PATIENCE, new AnswerJournal(options.answers()).read(), Expectations.NONE));
        }
    }

    private static Verdict check(Duration patience) {
        try (var live = new LiveSuite(suite().options())) {
            return Verdict.on(live.read(patience, journal().read(), Expectations.NONE));
        }
    }

    /** The verdict on the suite with one field changed in the database; afterwards the field is restored. */
    private Verdict checkWith(String database, String collection, String id, String field, String value) {
        check();
        return with(collection(database, collection), id, field, value, InvariantsIT::check);
    }

    private static Verdict with(
            MongoCollection<Document> documents, String id, String field, Object value, Supplier<Verdict> check) {
        var before = documents.findOneAndUpdate(id(id), Updates.set(field, value));
        try {
            return check.get();
        } finally {
            documents.replaceOne(id(id), before);
        }
    }

    private Verdict checkWithout(String database, String collection, String id) {
        check();
        var documents = collection(database, collection);
        var lost = documents.findOneAndDelete(id(id));
        try {
            return check();
        } finally {
            documents.insertOne(lost);
        }
    }

    private static Bson id(String id) {
        return Filters.in("_id", id, new ObjectId(id));
    }

    private MongoCollection<Document> collection(String database, String collection) {
        return mongo.getDatabase(database).getCollection(collection);
    }
}
