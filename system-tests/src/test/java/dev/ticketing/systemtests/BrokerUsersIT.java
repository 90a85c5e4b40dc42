package dev.ticketing.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.brokeradmin.BrokerAdmin;
import dev.ticketing.suite.Addresses;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * Every service may do what it needs at the broker, as all stories show, because they run with the users of the
 * manifests; and nothing else.
 */
class BrokerUsersIT extends Story {

    /** Services and subjects that they must not publish on. */
    private static final List<List<String>> TRESPASSES = List.of(
            List.of("tickets-service", "payment.created.v1"),
            List.of("tickets-service", "dead-letter.orders-service-tickets"),
            List.of("orders-service", "payment.created.v1"),
            List.of("payments-service", "order.completed.v1"),
            List.of("payments-service", "$KV.revoked-sessions.user.1"),
            List.of("expiration-service", "payment.created.v1"),
            List.of("expiration-service", "$JS.API.STREAM.UPDATE.EXPIRATIONS"),
            List.of("expiration-service", "$JS.API.CONSUMER.CREATE.ORDERS.tickets-service-orders.order.>"),
            List.of("expiration-service", "$JS.ACK.ORDERS.tickets-service-orders.1.1.1.1.1"),
            List.of("auth-service", "$JS.API.STREAM.DELETE.ORDERS"),
            List.of("client", "order.created.v1"),
            List.of("client", "$JS.API.CONSUMER.MSG.NEXT.ORDERS.payments-service-orders"),
            List.of("client", "$JS.API.CONSUMER.CREATE.ORDERS.payments-service-orders"));

    @Test
    void noServiceNeedsWhatItMayNotDo() throws IOException {
        var buyer = Person.signedUp(frontDoor());
        var ticketId = Person.signedUp(frontDoor()).lists("Allowed", "20").id();
        var order = buyer.orders(ticketId);
        suite().process("expiration-service").kill();
        suite().process("expiration-service").awaitReady(PATIENCE);
        eventually()
                .untilAsserted(() -> assertThat(log("expiration-service")).containsPattern("timers=[1-9]\\d* rebuilt"));
        buyer.pays(order.id(), "tok_visa");
        eventually().until(() -> buyer.ticketStatus(ticketId).equals("sold"));
        buyer.post("/api/users/signout", "{}");

        assertThat(log("nats"))
                .doesNotContainPattern("java:(" + String.join("|", BrokerUsers.SERVICES) + ").*Violation");
    }

    @Test
    void publishingOnForeignSubjectsIsRefused() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) { // each waits for a response that never comes
            var refused = TRESPASSES.stream()
                    .map(trespass -> threads.submit(() -> assertNotStored(trespass.getFirst(), trespass.getLast())))
                    .toList();
            for (var each : refused) {
                each.get();
            }
        }

        for (var trespass : TRESPASSES) {
            assertThat(log("nats"))
                    .contains("Publish Violation - User \"%s\", Subject \"%s\""
                            .formatted(trespass.getFirst(), trespass.getLast()));
        }
    }

    @Test
    void eventsOfOthersCanBeNeitherReadNorTaken() {
        try (var tickets = as("tickets-service")) {
            assertThat(tickets.unsettled("tickets-service-orders")).isNotNegative();

            assertRefused(() -> tickets.unsettled("payments-service-orders"));
            assertRefused(() -> tickets.messages("PAYMENTS"));
            assertRefused(tickets::deadLetters);
        }
    }

    @Test
    void strangerIsNotLetIn() {
        var url = new Addresses(
                        Map.of("NATS_PORT", suite().options().environment().get("NATS_PORT")))
                .natsUrl();

        assertThatThrownBy(() -> BrokerAdmin.connect(url)).hasMessageContaining("Authorization");
        assertThatThrownBy(() -> BrokerAdmin.connect(url, "tickets-service", "guessed"))
                .hasMessageContaining("Authorization");
    }

    private static void assertNotStored(String service, String subject) {
        try (var user = as(service)) {
            assertThatThrownBy(() -> user.publish(subject, Map.of(), "{}")).hasMessageContaining("not stored");
        }
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalStateException.class);
    }

    private static BrokerAdmin as(String service) {
        var environment = Map.of("NATS_PORT", suite().options().environment().get("NATS_PORT"));
        return BrokerAdmin.connect(new Addresses(environment).natsUrl(), service, BrokerUsers.PASSWORD);
    }

    private static String log(String process) throws IOException {
        return Files.readString(suite().process(process).log());
    }
}
