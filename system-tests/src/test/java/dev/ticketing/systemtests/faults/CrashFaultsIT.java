package dev.ticketing.systemtests.faults;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.suite.Service;
import dev.ticketing.systemtests.Answer;
import dev.ticketing.systemtests.Person;
import dev.ticketing.testing.network.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** SIGKILL at the worst moments, which proxies recognize by the passing bytes. */
class CrashFaultsIT extends Fault {

    private static final List<String> SERVICES = Service.all().stream()
            .filter(service -> !service.listensTo().isEmpty())
            .map(Service::name)
            .toList();

    private final Map<String, Proxy> broker = new HashMap<>();
    private Proxy usersDatabase;
    private Proxy stripe;

    /** When to kill which process: once, before the bytes that the proxy has seen arrive. */
    private record Moment(String victim, BiFunction<String, Runnable, CompletableFuture<Void>> trap, String bytes) {}

    @Override
    SuiteOptions prepared(SuiteOptions options) {
        usersDatabase = Proxy.to(port(options, "MONGODB_PORT"));
        stripe = Proxy.to(port(options, "STRIPE_SANDBOX_PORT"));
        var prepared = options.with("auth-service", "MONGODB_URI", "mongodb://localhost:" + usersDatabase.port())
                .with("payments-service", "STRIPE_API_BASE", "http://localhost:" + stripe.port());
        for (var service : SERVICES) {
            broker.put(service, Proxy.to(port(options, "NATS_PORT")));
            prepared = prepared.with(
                    service,
                    "NATS_URL",
                    "nats://localhost:" + broker.get(service).port());
        }
        return prepared;
    }

    @AfterAll
    void closeProxies() {
        Stream.concat(broker.values().stream(), Stream.of(usersDatabase, stripe))
                .forEach(Proxy::close);
    }

    @Test
    void killedAfterTheWriteAndBeforeThePublish() throws Exception {
        survives(
                "each service is killed after the write and before the publish",
                load -> kill(
                        beforePublish("tickets-service", "ticket.created.v1"),
                        beforePublish("orders-service", "order.created.v1"),
                        beforePublish("payments-service", "payment.authorized.v1"),
                        beforePublish("expiration-service", "expiration.complete.v1")));
    }

    @Test
    void killedAfterThePublishAndBeforeTheMark() throws Exception {
        survives(
                "each service is killed after the publish and before the event is marked as published",
                load -> kill(
                        afterPublish("tickets-service", "TICKETS"),
                        afterPublish("orders-service", "ORDERS"),
                        afterPublish("payments-service", "PAYMENTS"),
                        afterPublish("expiration-service", "EXPIRATIONS")));
    }

    @Test
    void killedAfterTheHandlerAndBeforeTheAck() throws Exception {
        survives(
                "each service is killed after the handler and before the ack",
                load -> kill(
                        beforeAck("tickets-service", "ORDERS"),
                        beforeAck("orders-service", "PAYMENTS"),
                        beforeAck("payments-service", "ORDERS"),
                        beforeAck("expiration-service", "ORDERS")));
    }

    @Test
    void killedBetweenAuthorizeClaimAndCapture() throws Exception {
        survives(
                "killed when Stripe has authorized the card but not responded, when the claim is saved but not published, "
                        + "and when Stripe has captured but not responded",
                load -> inTurn(
                        beforeStripeAnswers("payment_intents HTTP"),
                        beforePublish("orders-service", "order.awaiting-payment.v1"),
                        beforeStripeAnswers("payment_intents/\\w+/capture HTTP")));
    }

    @Test
    void authIsKilledAfterTheWriteAndBeforeTheResponse() throws Exception {
        survives("auth-service is killed after an account was saved and before the response", load -> {
            var newcomer = Person.stranger(frontDoor(), journal());
            var killed = arm(new Moment("auth-service", usersDatabase::beforeAnswerTo, "insert\\x00.{4}users"));
            assertThat(signUp(newcomer, "first").status()).isEqualTo(503);
            await(List.of(killed));
            assertThat(eventually().until(() -> signUp(newcomer, "first"), answer -> answer.status() != 503))
                    .extracting(Answer::status)
                    .isEqualTo(201);
            assertThat(signUp(newcomer, "second").code()).isEqualTo("email-in-use");
            return "auth-service killed, the sign-up was repeated with its key: one account";
        });
    }

    private static Answer signUp(Person newcomer, String key) {
        return newcomer.post(
                "/api/users/signup", "{\"email\":\"newcomer@example.com\",\"password\":\"correct horse\"}", key);
    }

    private Moment beforePublish(String service, String subject) {
        return new Moment(service, broker.get(service)::before, "HPUB %s ".formatted(subject.replace(".", "\\.")));
    }

    private Moment afterPublish(String service, String stream) {
        return new Moment(
                service, broker.get(service)::beforeAnswer, "\\{\"stream\":\\s*\"%s\",\\s*\"seq\"".formatted(stream));
    }

    private Moment beforeAck(String service, String stream) {
        return new Moment(
                service, broker.get(service)::before, "PUB \\$JS\\.ACK\\.%s\\.\\S+ \\d+\\r\\n\\+ACK".formatted(stream));
    }

    private Moment beforeStripeAnswers(String request) {
        return new Moment("payments-service", stripe::beforeAnswerTo, "POST /v1/" + request);
    }

    /** All at the same time if the test is small, else one after the other. */
    private String kill(Moment... moments) throws Exception {
        for (var round = 0; round < Size.of(1, 2); round++) {
            if (Size.of(true, false)) {
                await(Stream.of(moments).map(this::arm).toList());
                for (var moment : moments) {
                    suite().process(moment.victim).awaitReady(PATIENCE);
                }
            } else {
                inTurn(moments);
            }
        }
        return killed(moments, Size.of(1, 2));
    }

    private String inTurn(Moment... moments) throws Exception {
        for (var moment : moments) {
            await(List.of(arm(moment)));
            suite().process(moment.victim).awaitReady(PATIENCE);
        }
        return killed(moments, 1);
    }

    private CompletableFuture<Void> arm(Moment moment) {
        return moment.trap.apply(moment.bytes, () -> {
            Outcomes.progress("  %s killed at: %s", moment.victim, moment.bytes);
            suite().process(moment.victim).kill();
        });
    }

    private static void await(List<CompletableFuture<Void>> sprung) throws Exception {
        CompletableFuture.allOf(sprung.toArray(CompletableFuture[]::new)).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static String killed(Moment[] moments, int times) {
        return Stream.of(moments).map(Moment::victim).distinct().collect(joining(", ")) + " killed"
                + (times == 1 ? "" : " %d × each".formatted(times));
    }
}
