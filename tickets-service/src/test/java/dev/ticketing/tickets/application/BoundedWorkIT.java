package dev.ticketing.tickets.application;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.ticketing.testing.ServiceTest;
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

/** No text that this service accepts costs more than its length. */
@ServiceTest
class BoundedWorkIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SignedIn SELLER = SignedIn.someone();

    @Autowired
    RestTestClient http;

    @TestFactory
    Stream<DynamicTest> aFieldOfABodyCostsNoMoreThanItsLength() {
        return Stream.of("title", "price", "currency")
                .map(field -> dynamicTest(
                        field,
                        () -> BoundedWork.isProportionalToTheLength(
                                text -> post(JSON.writeValueAsString(Map.of(field, text))), NastyTexts.forBodies())));
    }

    @TestFactory
    Stream<DynamicTest> aNumberCostsNoMoreThanItsLength() {
        return Stream.of("title", "price", "currency")
                .map(field -> dynamicTest(
                        field,
                        () -> BoundedWork.isProportionalToTheLength(
                                text -> post("{\"" + field + "\":" + text + "}"), NastyTexts.forNumbers())));
    }

    @TestFactory
    Stream<DynamicTest> aParameterCostsNoMoreThanItsLength() {
        return Stream.of("q", "minPrice", "maxPrice", "currency", "sort", "cursor", "limit")
                .map(name -> dynamicTest(
                        name,
                        () -> BoundedWork.isProportionalToTheLength(
                                text -> get("/api/tickets?" + name + "={value}", text), NastyTexts.forParameters())));
    }

    @TestFactory
    Stream<DynamicTest> aParameterOfASellersListCostsNoMoreThanItsLength() {
        return Stream.of("status", "cursor", "limit")
                .map(name -> dynamicTest(
                        name,
                        () -> BoundedWork.isProportionalToTheLength(
                                text -> get("/api/tickets/mine?" + name + "={value}", text),
                                NastyTexts.forParameters())));
    }

    @TestFactory
    Stream<DynamicTest> aHeaderCostsNoMoreThanItsLength() {
        Consumer<Map.Entry<String, String>> edit = header -> http.put()
                .uri("/api/tickets/5f0000000000000000000001")
                .header("Cookie", SELLER.cookie())
                .header(header.getKey(), header.getValue())
                .contentType(MediaType.APPLICATION_JSON)
                .body("{}")
                .exchange();
        return Stream.of("If-Match", "Idempotency-Key", "Accept-Language", "Cookie", "Accept", "Origin")
                .map(name -> dynamicTest(
                        name,
                        () -> BoundedWork.isProportionalToTheLength(
                                text -> edit.accept(Map.entry(name, text)), NastyTexts.forHeaders())));
    }

    private void post(String body) {
        http.post()
                .uri("/api/tickets")
                .header("Cookie", SELLER.cookie())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .returnResult();
    }

    private void get(String uri, String value) {
        http.get().uri(uri, value).header("Cookie", SELLER.cookie()).exchange().returnResult();
    }
}
