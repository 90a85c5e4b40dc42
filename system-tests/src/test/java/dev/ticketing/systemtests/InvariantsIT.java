package dev.ticketing.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.ticketing.check.Verdict;
import dev.ticketing.check.collect.LiveSuite;
import dev.ticketing.check.evidence.Expectations;
import dev.ticketing.check.invariant.Invariant;
import dev.ticketing.check.invariant.Violation;
import dev.ticketing.local.Addresses;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The last of the stories: whatever happened in the others, every invariant holds. And the checker is not blind. */
@Order(Integer.MAX_VALUE)
class InvariantsIT extends Story {

    /** Longer than the reconciler of payments waits. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Person seller = Person.signedUp(frontDoor());
    private final Person buyer = Person.signedUp(frontDoor());

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
        assertThat(verdict.evidence().orders()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(verdict.evidence().answers()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(verdict.report()).contains("10  the dead letters are the poison and nothing else: holds");
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
        try (var live = new LiveSuite(Addresses.of(suite().options().environment()))) {
            return Verdict.on(live.read(PATIENCE, journal().read(), Expectations.NONE));
        }
    }

    /** The verdict on the suite with a field changed behind its back; afterwards it is as it was. */
    private static Verdict checkWith(String database, String collection, String id, String field, String value) {
        check();
        var mongodb = Addresses.of(suite().options().environment()).mongodbUri();
        try (var mongo = MongoClients.create(mongodb)) {
            var documents = mongo.getDatabase(database).getCollection(collection);
            var before = set(documents, id, field, value);
            try {
                return check();
            } finally {
                set(documents, id, field, before);
            }
        }
    }

    private static String set(MongoCollection<Document> documents, String id, String field, String value) {
        return documents
                .findOneAndUpdate(Filters.in("_id", id, new ObjectId(id)), Updates.set(field, value))
                .getString(field);
    }
}
