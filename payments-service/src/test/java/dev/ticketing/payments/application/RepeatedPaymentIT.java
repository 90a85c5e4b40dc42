package dev.ticketing.payments.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.payments.PlacedOrder;
import dev.ticketing.payments.PlacedOrder.Answer;
import dev.ticketing.payments.Sandbox;
import dev.ticketing.payments.SandboxTest;
import dev.ticketing.testing.Broker;
import dev.ticketing.testing.MovableClock;
import dev.ticketing.testing.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What a buyer gets who does not know whether his first request has arrived: its answer, and no other attempt. */
@SandboxTest
class RepeatedPaymentIT {

    @Autowired
    RestTestClient http;

    @Autowired
    Broker broker;

    @Autowired
    MongoOperations mongo;

    @Autowired
    Answers answers;

    @Autowired
    MovableClock clock;

    private final String key = UUID.randomUUID().toString();

    @AfterEach
    void heal() {
        Sandbox.noFaults();
    }

    @Test
    void paidOrderIsAnsweredAsTheFirstTime() {
        var order = PlacedOrder.at(1999, http, broker);
        var first = payAndClaim(order, "pm_card_visa");
        assertThat(first.text("status")).isEqualTo("captured");

        var again = order.payWithKey(key, "pm_card_visa");

        isSame(again, first, 201);
        assertOneCharge(order);
        assertThat(order.pay("pm_card_visa").text("code")).isEqualTo("order-not-payable");
    }

    @Test
    void declinedCardIsNotTriedAgain() {
        var order = PlacedOrder.at(1999, http, broker);
        var first = order.payWithKey(key, "pm_card_chargeDeclined");

        var again = order.payWithKey(key, "pm_card_chargeDeclined");

        assertThat(again.text("detail")).isEqualTo(first.text("detail"));
        assertThat(again.text("code")).isEqualTo("card-declined");
        assertThat(attempts(order)).isOne();
    }

    @Test
    void declinedCardStaysDeclinedAfterAnotherHasPaid() {
        var order = PlacedOrder.at(1999, http, broker);
        order.payWithKey(key, "pm_card_chargeDeclined");
        order.payAndClaim("pm_card_visa");

        assertThat(order.payWithKey(key, "pm_card_chargeDeclined").text("code")).isEqualTo("card-declined");
        assertOneCharge(order);
    }

    @Test
    void declinedCardStaysDeclinedAfterTheOrderIsLost() {
        var order = PlacedOrder.at(1999, http, broker);
        order.payWithKey(key, "pm_card_chargeDeclined");
        order.cancel();
        order.awaitStatus("voided");

        assertThat(order.payWithKey(key, "pm_card_chargeDeclined").text("code")).isEqualTo("card-declined");
    }

    @Test
    void unknownTokenStaysUnknown() {
        var order = PlacedOrder.at(1999, http, broker);
        order.payWithKey(key, "pm_nobody_knows");

        assertThat(order.payWithKey(key, "pm_nobody_knows").text("code")).isEqualTo("invalid-token");
        assertThat(attempts(order)).isOne();
    }

    @Test
    void proofThatIsAskedForIsAskedForAgain() {
        var order = PlacedOrder.at(1999, http, broker);
        var first = order.payWithKey(key, "pm_card_threeDSecure2Required");
        assertThat(first.text("status")).isEqualTo("requires_action");

        isSame(order.payWithKey(key, "pm_card_threeDSecure2Required"), first, 201);
    }

    @Test
    void ofManyAtOnceOnePaysAndAllHearTheSame() {
        var order = PlacedOrder.at(1999, http, broker);
        broker.awaitSettled("payments-service-orders");

        var requests = atOnce(50, order, "pm_card_visa");
        order.awaitStatus("authorized");
        order.claim();

        assertThat(requests.stream().map(CompletableFuture::join).map(Answer::status))
                .containsOnly(201);
        assertThat(requests.stream()
                        .map(CompletableFuture::join)
                        .map(Answer::body)
                        .distinct())
                .hasSize(1);
        assertOneCharge(order);
    }

    @Test
    void ofManyAtOnceOneIsDeclinedAndAllHearTheSame() {
        var order = PlacedOrder.at(1999, http, broker);
        broker.awaitSettled("payments-service-orders");

        var requests = atOnce(50, order, "pm_card_chargeDeclined");

        assertThat(requests.stream().map(CompletableFuture::join).map(Answer::status))
                .containsOnly(402);
        assertThat(attempts(order)).isOne();
    }

    @Test
    void keyWithAnotherCardOrOrderIsRefused() {
        var order = PlacedOrder.at(1999, http, broker);
        var later = Instant.now().plus(Duration.ofHours(1));
        var other = PlacedOrder.of(order.buyer(), 1999, later, http, broker);
        order.payWithKey(key, "pm_card_chargeDeclined");

        isReused(order.payWithKey(key, "pm_card_visa"));
        isReused(other.payWithKey(key, "pm_card_chargeDeclined"));

        assertThat(attempts(order)).isOne();
        assertThat(other.payment().isMissingNode()).isTrue();
    }

    @Test
    void ofTwoOrdersThatAreToBePaidAtOnceByOneKeyOneIs() {
        var order = PlacedOrder.at(1999, http, broker);
        var others = IntStream.range(0, 9)
                .mapToObj(each ->
                        PlacedOrder.of(order.buyer(), 1999, Instant.now().plus(Duration.ofHours(1)), http, broker));
        var orders = Stream.concat(Stream.of(order), others).toList();

        var answers = orders.stream().map(each -> inBackground(each, "pm_card_chargeDeclined")).toList().stream()
                .map(CompletableFuture::join)
                .collect(Collectors.groupingBy(Answer::status));

        assertThat(answers.get(402)).hasSize(1);
        assertThat(answers.get(422)).hasSize(orders.size() - 1).allSatisfy(RepeatedPaymentIT::isReused);
    }

    @Test
    void sameKeyOfAnotherBuyerIsAnother() {
        PlacedOrder.at(1999, http, broker).payWithKey(key, "pm_card_chargeDeclined");
        var order = PlacedOrder.at(1999, http, broker);

        assertThat(payAndClaim(order, "pm_card_visa").text("status")).isEqualTo("captured");
    }

    @Test
    void requestWithoutAnAnswerOfStripeGoesOn() {
        var order = PlacedOrder.at(1999, http, broker);
        Sandbox.fault("{\"path\":\"/v1/payment_intents\",\"method\":\"POST\"," + Sandbox.NO_ANSWER + "}");
        assertThat(order.payWithKey(key, "pm_card_visa").status()).isEqualTo(503);
        Sandbox.noFaults();

        assertThat(payAndClaim(order, "pm_card_visa").text("status")).isEqualTo("captured");
        assertOneCharge(order);
    }

    @Test
    void answerThatNobodyWroteDownIsFoundOut() {
        var order = PlacedOrder.at(1999, http, broker);
        var first = payAndClaim(order, "pm_card_visa");
        answers.deleteAll();

        isSame(order.payWithKey(key, "pm_card_visa"), first, 201);
    }

    @Test
    void refusalThatNobodyWroteDownIsKept() {
        var order = PlacedOrder.at(1999, http, broker);
        order.payWithKey(key, "pm_card_chargeDeclined");
        answers.deleteAll();
        assertThat(order.payAndClaim("pm_card_visa").text("status")).isEqualTo("captured");

        assertThat(order.payWithKey(key, "pm_card_chargeDeclined").text("code")).isEqualTo("card-declined");
        assertOneCharge(order);
    }

    @Test
    void refusedRequestLeavesItsKey() {
        var order = PlacedOrder.at(1999, http, broker);
        assertThat(order.payAndClaim("pm_card_visa").status()).isEqualTo(201);
        var other = PlacedOrder.of(order.buyer(), 1999, Instant.now().plus(Duration.ofHours(1)), http, broker);

        assertThat(order.payWithKey(key, "pm_card_visa").text("code")).isEqualTo("order-not-payable");

        assertThat(other.payWithKey(key, "pm_card_chargeDeclined").status()).isEqualTo(402);
    }

    @Test
    void requestWithoutAnAnswerOfStripeKeepsItsKey() {
        var order = PlacedOrder.at(1999, http, broker);
        Sandbox.fault("{\"path\":\"/v1/payment_intents\",\"method\":\"POST\"," + Sandbox.NO_ANSWER + "}");
        assertThat(order.payWithKey(key, "pm_card_visa").status()).isEqualTo(503);
        Sandbox.noFaults();

        isReused(order.payWithKey(key, "pm_card_mastercard"));
    }

    @Test
    void keyIsForgottenAfterADay() {
        var expiresAt = Instant.now().plus(Duration.ofDays(2));
        var order = PlacedOrder.of(SignedIn.someone(), 1999, expiresAt, http, broker);
        order.payWithKey(key, "pm_card_chargeDeclined");
        clock.advance(Duration.ofHours(24));

        order.payWithKey(key, "pm_card_chargeDeclined");

        assertThat(attempts(order)).isEqualTo(2);
        assertThat(order.payWithKey(key, "pm_card_visa").status()).isEqualTo(422);
    }

    @Test
    void malformedKeyIsRefused() {
        var order = PlacedOrder.at(1999, http, broker);

        var answer = order.payWithKey("two words", "pm_card_visa");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("Idempotency-Key");
        assertThat(order.payment().isMissingNode()).isTrue();
    }

    private Answer payAndClaim(PlacedOrder order, String token) {
        var answer = inBackground(order, token);
        order.awaitStatus("authorized");
        order.claim();
        return answer.join();
    }

    private List<CompletableFuture<Answer>> atOnce(int times, PlacedOrder order, String token) {
        return IntStream.range(0, times)
                .mapToObj(each -> inBackground(order, token))
                .toList();
    }

    private CompletableFuture<Answer> inBackground(PlacedOrder order, String token) {
        return CompletableFuture.supplyAsync(
                () -> order.payWithKey(key, token), task -> Thread.ofVirtual().start(task));
    }

    private int attempts(PlacedOrder order) {
        return stored(order).getInteger("attempts");
    }

    private Document stored(PlacedOrder order) {
        return mongo.getCollection("payments").find(of(order)).first();
    }

    private static Document of(PlacedOrder order) {
        return new Document("orderId", order.id());
    }

    private static void isSame(Answer again, Answer first, int status) {
        assertThat(again.status()).isEqualTo(first.status()).isEqualTo(status);
        assertThat(again.body()).isEqualTo(first.body());
    }

    private static void isReused(Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("code")).isEqualTo("idempotency-key-reused");
    }

    private static void assertOneCharge(PlacedOrder order) {
        assertThat(Sandbox.ledger(order.id()))
                .singleElement()
                .satisfies(intent -> assertThat(intent.amountReceived()).isEqualTo(1999));
    }
}
