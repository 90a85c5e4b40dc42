package dev.ticketing.orders.application;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.ticketing.orders.order.OrderStories;
import dev.ticketing.testing.SignedIn;
import dev.ticketing.testing.load.BoundedWork;
import dev.ticketing.testing.load.NastyTexts;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** No text that this service accepts costs more than its length. */
class BoundedWorkIT extends OrderStories {

    private static final JsonMapper JSON = new JsonMapper();

    /** The id would be years old, so no request waits for the ticket. */
    private static final String UNKNOWN_TICKET = "{\"ticketId\":\"5f0000000000000000000001\"}";

    @TestFactory
    Stream<DynamicTest> aFieldOfABodyCostsNoMoreThanItsLength() {
        return Stream.of("ticketId", "expectedPrice")
                .flatMap(field -> Stream.of(
                        bounded(
                                field,
                                text -> post(buyer, JSON.writeValueAsString(Map.of(field, text)))
                                        .returnResult(),
                                NastyTexts.forBodies()),
                        bounded(
                                field + " as a number",
                                text -> post(buyer, "{\"" + field + "\":" + text + "}")
                                        .returnResult(),
                                NastyTexts.forNumbers())));
    }

    @TestFactory
    Stream<DynamicTest> anIdCostsNoMoreThanItsLength() {
        return Stream.of(HttpMethod.GET, HttpMethod.DELETE)
                .map(method -> bounded(
                        method.name(),
                        text -> http.method(method)
                                .uri("/api/orders/{id}", text)
                                .header("Cookie", buyer.cookie())
                                .exchange()
                                .returnResult(),
                        NastyTexts.forPaths()));
    }

    @TestFactory
    Stream<DynamicTest> aParameterCostsNoMoreThanItsLength() {
        return Stream.of("status", "cursor", "limit")
                .map(name -> bounded(
                        name,
                        text -> http.get()
                                .uri("/api/orders?" + name + "={value}", text)
                                .header("Cookie", buyer.cookie())
                                .exchange()
                                .returnResult(),
                        NastyTexts.forParameters()));
    }

    @TestFactory
    Stream<DynamicTest> parametersCostNoMoreThanTheirNumber() {
        return Stream.of("status=", "status=created", "status=,", "cursor=a", "limit=1", "a=b")
                .map(parameter -> bounded(
                        parameter,
                        text -> get(buyer, "/api/orders?" + text).returnResult(),
                        Stream.of(500, 1_000).map((parameter + "&")::repeat)));
    }

    @TestFactory
    Stream<DynamicTest> aHeaderCostsNoMoreThanItsLength() {
        return Stream.of("If-Match", "Idempotency-Key", "Cookie", "Accept-Language", "Accept", "Origin")
                .map(name -> bounded(name, text -> postWith(name, text, SignedIn.someone()), NastyTexts.forHeaders()));
    }

    private void postWith(String name, String value, SignedIn user) {
        http.post()
                .uri("/api/orders")
                .header("Cookie", user.cookie())
                .header(name, value)
                .contentType(MediaType.APPLICATION_JSON)
                .body(UNKNOWN_TICKET)
                .exchange()
                .returnResult();
    }

    private static DynamicTest bounded(String name, Consumer<String> send, Stream<String> texts) {
        return dynamicTest(name, () -> BoundedWork.isProportionalToTheLength(send, texts));
    }
}
