package dev.ticketing.payments;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.ticketing.testing.SignedIn;
import dev.ticketing.testing.load.BoundedWork;
import dev.ticketing.testing.load.NastyTexts;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

/** No text that this service takes costs more than its length. */
@SandboxTest
class BoundedWorkIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SignedIn BUYER = SignedIn.someone();

    /** Would be years old, and so is not waited for. */
    private static final String UNKNOWN_ORDER = "5f0000000000000000000001";

    private static final String PAYMENTS = "/api/payments";
    private static final String WEBHOOK = "/api/payments/webhook";

    @Autowired
    RestTestClient http;

    @TestFactory
    Stream<DynamicTest> aFieldOfABodyCostsNoMoreThanItsLength() {
        return Stream.of("orderId", "token")
                .flatMap(field -> Stream.of(
                        bounded(field, text -> post(PAYMENTS, pay(field, text)), NastyTexts.forBodies()),
                        bounded(
                                field + " as a number",
                                text -> post(PAYMENTS, "{\"" + field + "\":" + text + "}"),
                                NastyTexts.forNumbers())));
    }

    private static String pay(String field, String text) {
        return JSON.writeValueAsString(
                field.equals("token")
                        ? Map.of("orderId", UNKNOWN_ORDER, field, text)
                        : Map.of(field, text, "token", "pm_card_visa"));
    }

    @TestFactory
    Stream<DynamicTest> aWebhookCostsNoMoreThanItsLength() {
        return Stream.of("id", "object", "data", "created")
                .flatMap(field -> Stream.of(
                        bounded(
                                field,
                                text -> event("{\"" + field + "\":" + JSON.writeValueAsString(text) + "}"),
                                NastyTexts.forBodies()),
                        bounded(
                                field + " as a number",
                                text -> event("{\"" + field + "\":" + text + "}"),
                                NastyTexts.forNumbers())));
    }

    private void event(String body) {
        post(WEBHOOK, body, "Stripe-Signature", "t=1,v1=00");
    }

    @TestFactory
    Stream<DynamicTest> anIdCostsNoMoreThanItsLength() {
        return Stream.of(bounded("payment", text -> get(PAYMENTS + "/{id}", text), NastyTexts.forPaths()));
    }

    @TestFactory
    Stream<DynamicTest> aParameterCostsNoMoreThanItsLength() {
        return Stream.of("cursor", "limit")
                .map(name -> bounded(
                        name, text -> get(PAYMENTS + "?" + name + "={value}", text), NastyTexts.forParameters()));
    }

    @TestFactory
    Stream<DynamicTest> aHeaderCostsNoMoreThanItsLength() {
        var body = pay("token", "pm_card_visa");
        return Stream.concat(
                Stream.of("Idempotency-Key", "Cookie", "Accept-Language", "Accept", "Origin")
                        .map(name -> bounded(name, text -> post(PAYMENTS, body, name, text), NastyTexts.forHeaders())),
                Stream.of(bounded(
                        "Stripe-Signature",
                        text -> post(WEBHOOK, "{\"id\":\"evt_1\",\"object\":\"event\"}", "Stripe-Signature", text),
                        Stream.concat(
                                NastyTexts.forHeaders(),
                                Stream.of("t=1,", "v1=00,", "t=1=2,").map(part -> part.repeat(1_000))))));
    }

    private void post(String path, String body) {
        post(path, body, "Accept", "application/json");
    }

    private void post(String path, String body, String header, String value) {
        http.post()
                .uri(path)
                .header("Cookie", BUYER.cookie())
                .header(header, value)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .returnResult();
    }

    private void get(String uri, String value) {
        http.get().uri(uri, value).header("Cookie", BUYER.cookie()).exchange().returnResult();
    }

    private static DynamicTest bounded(String name, Consumer<String> send, Stream<String> texts) {
        return dynamicTest(name, () -> BoundedWork.isProportionalToTheLength(send, texts));
    }
}
