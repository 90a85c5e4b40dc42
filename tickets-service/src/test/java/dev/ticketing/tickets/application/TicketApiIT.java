package dev.ticketing.tickets.application;

import static dev.ticketing.tickets.ticket.TicketApi.array;
import static dev.ticketing.tickets.ticket.TicketApi.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.events.OrderEvent.OrderCompleted;
import dev.ticketing.events.OrderEvent.OrderCreated;
import dev.ticketing.events.OrderEvent.PricedTicket;
import dev.ticketing.events.OrderEvent.TicketReference;
import dev.ticketing.events.TicketEvent.TicketCreated;
import dev.ticketing.events.TicketEvent.TicketUpdated;
import dev.ticketing.testing.Broker;
import dev.ticketing.testing.MovableClock;
import dev.ticketing.testing.ServiceTest;
import dev.ticketing.testing.SignedIn;
import dev.ticketing.tickets.ticket.Listing;
import dev.ticketing.tickets.ticket.Price;
import dev.ticketing.tickets.ticket.Ticket;
import dev.ticketing.tickets.ticket.TicketApi;
import dev.ticketing.tickets.ticket.Tickets;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest
class TicketApiIT {

    private static final String CONCERT = "{\"title\":\"Concert\",\"price\":19.99}";
    private static final String OPERA = "{\"title\":\"Opera\",\"price\":25}";

    @Autowired
    RestTestClient http;

    @Autowired
    Tickets tickets;

    @Autowired
    Broker broker;

    @Autowired
    MovableClock clock;

    TicketApi api;
    SignedIn seller;

    @BeforeEach
    void setUp() {
        api = new TicketApi(http);
        seller = SignedIn.someone();
    }

    @Test
    void listedTicketIsReturnedAndPublished() {
        var answer = api.post(seller, CONCERT).expectStatus().isCreated();

        answer.expectHeader().valueEquals(HttpHeaders.ETAG, "\"0\"");
        var ticket = object(answer);
        var id = (String) ticket.get("id");
        answer.expectHeader().valueEquals(HttpHeaders.LOCATION, "/api/tickets/" + id);
        assertThat(ticket)
                .containsOnlyKeys(
                        "id", "title", "price", "currency", "userId", "status", "version", "createdAt", "delivery")
                .containsEntry("title", "Concert")
                .containsEntry("price", new BigDecimal("19.99"))
                .containsEntry("currency", "usd")
                .containsEntry("userId", seller.id())
                .containsEntry("status", "available")
                .containsEntry("version", 0);
        assertThat(id).matches("[0-9a-f]{24}");
        assertThat(broker.await(TicketCreated.class, id))
                .isEqualTo(new TicketCreated(id, "Concert", 1999, "usd", seller.id(), "available"));
    }

    @Test
    void priceMayBeTextAsAFormSendsIt() {
        var ticket = object(api.post(seller, "{\"title\":\"Concert\",\"price\":\"20.00\",\"currency\":\"EUR\"}"));

        assertThat(ticket).containsEntry("price", new BigDecimal("20.00")).containsEntry("currency", "eur");
    }

    @Test
    void fieldsOfTheServiceAreNotTakenFromTheBody() {
        var body =
                "{\"title\":\"Concert\",\"price\":20,\"id\":\"x\",\"userId\":\"me\",\"version\":7,\"status\":\"sold\"}";

        var ticket = object(api.post(seller, body).expectStatus().isCreated());
        var edited = object(api.put(seller, (String) ticket.get("id"), body));

        assertThat(ticket)
                .containsEntry("userId", seller.id())
                .containsEntry("version", 0)
                .containsEntry("status", "available");
        assertThat(edited)
                .containsEntry("id", ticket.get("id"))
                .containsEntry("userId", seller.id())
                .containsEntry("version", 1)
                .containsEntry("status", "available");
    }

    @Test
    void signedOutPersonCannotChangeAnything() {
        var id = api.listed(seller, "Concert", "20");

        assertProblem(api.post(null, CONCERT), 401, "not-signed-in");
        assertProblem(api.put(null, id, CONCERT), 401, "not-signed-in");
        assertProblem(api.delete(null, id), 401, "not-signed-in");
        assertProblem(api.post(null, "{"), 401, "not-signed-in");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"title":"","price":20}              | title
            {"title":"  ","price":20}            | title
            {"price":20}                         | title
            {"title":7,"price":20}               | title
            {"title":"a\\u0007b","price":20}     | title
            {"title":"Concert"}                  | price
            {"title":"Concert","price":-1}       | price
            {"title":"Concert","price":0}        | price
            {"title":"Concert","price":20.005}   | price
            {"title":"Concert","price":1e300}    | price
            {"title":"Concert","price":1e1000000000} | price
            {"title":"Concert","price":"abc"}    | price
            {"title":"Concert","price":"NaN"}    | price
            {"title":"Concert","price":{}}       | price
            {"title":"Concert","price":20.5,"currency":"jpy"} | price
            {"title":"Concert","price":1,"currency":"jpy"}    | price
            {"title":"Concert","price":5.124,"currency":"kwd"} | price
            {"title":"\\u200b","price":20}      | title
            """)
    void violationIsReportedWithItsField(String body, String field) {
        var id = api.listed(seller, "Concert", "20");

        for (var answer : List.of(api.post(seller, body), api.put(seller, id, body))) {
            assertThat(errors(assertProblem(answer, 400, "validation-failed")))
                    .extracting(error -> error.get("field"))
                    .containsExactly(field);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyz", "inr", "mga", "dem", ""})
    void currencyThatIsNotTradedIsRefused(String currency) {
        var body = "{\"title\":\"Concert\",\"price\":100.50,\"currency\":\"%s\"}".formatted(currency);
        var id = api.listed(seller, "Concert", "20");

        for (var answer : List.of(api.post(seller, body), api.put(seller, id, body))) {
            assertThat(errors(assertProblem(answer, 400, "unsupported-currency")))
                    .extracting(error -> error.get("field"))
                    .containsExactly("currency");
        }
    }

    @Test
    void ticketOfACurrencyThatIsNoLongerTradedIsShown() {
        var old = tickets.save(
                Ticket.list(new Listing("Concert", new Price(10_000, "inr")), seller.id(), clock.instant()));

        assertThat(api.ticket(old.id()))
                .containsEntry("price", new BigDecimal("100.00"))
                .containsEntry("currency", "inr");
        assertThat(array(api.get("/api/tickets")))
                .extracting(found -> found.get("id"))
                .contains(old.id());
        assertThat(object(api.put(seller, old.id(), OPERA))).containsEntry("currency", "inr");
    }

    @Test
    void everyViolationIsReported() {
        var problem = assertProblem(api.post(seller, "{\"currency\":\"\"}"), 400, "validation-failed");

        assertThat(errors(problem))
                .extracting(error -> error.get("field"))
                .containsExactly("title", "currency", "price");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "null",
                "[]",
                "5",
                "\"\"",
                "\"Concert\"",
                "{\"title\":\"Concert\",\"price\":NaN}",
                "{\"title\":\"Concert\",\"price\":1e99999999999}",
            })
    void bodyWithoutATicketIsRefused(String body) {
        var answer = api.post(seller, body).expectStatus().isBadRequest();

        answer.expectHeader().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void unknownTicketIsNotFound() {
        for (var id : List.of(new ObjectId().toHexString(), "42")) {
            assertProblem(api.get("/api/tickets/{id}", id), 404, "ticket-not-found");
            assertProblem(api.put(seller, id, CONCERT), 404, "ticket-not-found");
            assertProblem(api.delete(seller, id), 404, "ticket-not-found");
        }
        assertProblem(api.put(seller, "42", "{\"title\":\"\",\"price\":20}"), 400, "validation-failed");
    }

    @ParameterizedTest
    @CsvSource({
        "%s%%20, 404, not-found",
        "%s%%00, 400, bad-request",
        "%s;jsessionid=1, 404, not-found",
        "%%7B$ne:1%%7D, 404, not-found"
    })
    void addressWrittenInAnotherWayIsUnknown(String written, int status, String code) {
        var id = api.listed(seller, "Concert", "20");
        var path = "/api/tickets/" + written.formatted(id);

        for (var method : List.of(HttpMethod.GET, HttpMethod.PUT, HttpMethod.DELETE)) {
            var answer = http.method(method)
                    .uri(address -> URI.create(address.toUriString() + path))
                    .header("Cookie", seller.cookie())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(OPERA)
                    .exchange();
            assertProblem(answer, status, code);
        }
        assertThat(api.ticket(id)).containsEntry("title", "Concert").containsEntry("version", 0);
    }

    @Test
    void someoneElsesTicketCannotBeChanged() {
        var id = api.listed(seller, "Concert", "20");
        var other = SignedIn.someone();

        assertProblem(api.put(other, id, OPERA), 403, "not-your-ticket");
        assertProblem(api.put(other, id, "\"9\"", OPERA), 403, "not-your-ticket");
        assertProblem(api.delete(other, id), 403, "not-your-ticket");
        assertThat(api.ticket(id)).containsEntry("title", "Concert").containsEntry("version", 0);
    }

    @Test
    void editedTicketIsReturnedAndPublished() {
        var id = api.listed(seller, "Concert", "20");

        var answer = api.put(seller, id, OPERA).expectStatus().isOk();

        answer.expectHeader().valueEquals(HttpHeaders.ETAG, "\"1\"");
        assertThat(object(answer))
                .containsEntry("title", "Opera")
                .containsEntry("price", new BigDecimal("25.00"))
                .containsEntry("version", 1);
        assertThat(broker.await(TicketUpdated.class, id))
                .isEqualTo(new TicketUpdated(id, "Opera", 2500, "usd", seller.id(), "available", null));
        assertThat(array(api.get("/api/tickets?q=opera")))
                .extracting(found -> found.get("id"))
                .contains(id);
    }

    @Test
    void editWithoutACurrencyKeepsIt() {
        var id = api.listed(seller, "Concert", "1500", "jpy");

        assertProblem(api.put(seller, id, "{\"title\":\"Concert\",\"price\":150.5}"), 400, "validation-failed");
        assertThat(object(api.put(seller, id, "{\"title\":\"Opera\",\"price\":2500}")))
                .containsEntry("price", 2500)
                .containsEntry("currency", "jpy");
        assertThat(object(api.put(seller, id, "{\"title\":\"Concert\",\"price\":15.5,\"currency\":\"eur\"}")))
                .containsEntry("price", new BigDecimal("15.50"))
                .containsEntry("currency", "eur");
    }

    @Test
    void editForAnotherVersionIsRefused() {
        var id = api.listed(seller, "Concert", "20");
        api.put(seller, id, "\"0\"", OPERA).expectStatus().isOk();

        assertProblem(api.put(seller, id, "\"0\"", OPERA), 412, "ticket-changed");
        assertProblem(api.put(seller, id, "W/\"1\"", OPERA), 412, "ticket-changed");
        api.put(seller, id, "\"0\", \"1\"", OPERA).expectStatus().isOk();
        api.put(seller, id, "*", OPERA).expectStatus().isOk();
    }

    @Test
    void withdrawnTicketIsNoLongerForSale() {
        var id = api.listed(seller, "Concert", "20");

        api.delete(seller, id).expectStatus().isNoContent();
        api.delete(seller, id).expectStatus().isNoContent();

        assertThat(api.ticket(id)).containsEntry("status", "withdrawn").containsEntry("version", 1);
        assertThat(array(api.get("/api/tickets")))
                .extracting(found -> found.get("id"))
                .doesNotContain(id);
        assertProblem(api.put(seller, id, OPERA), 409, "ticket-withdrawn");
        assertThat(broker.await(TicketUpdated.class, id).status()).isEqualTo("withdrawn");
    }

    @Test
    void heldTicketCannotBeChanged() {
        var id = api.listed(seller, "Concert", "20");
        var orderId = new ObjectId().toHexString();

        broker.publish(
                new OrderCreated(orderId, "b", "created", clock.instant(), new PricedTicket(id, 0, 2000, "usd")), 0);
        broker.await(TicketUpdated.class, id, event -> event.status().equals("reserved"));
        assertProblem(api.put(seller, id, OPERA), 409, "ticket-reserved");
        assertProblem(api.put(seller, id, "\"0\"", OPERA), 412, "ticket-changed");
        assertProblem(api.delete(seller, id), 409, "ticket-reserved");

        broker.publish(new OrderCompleted(orderId, "p", new TicketReference(id)), 1);
        broker.await(TicketUpdated.class, id, event -> event.status().equals("sold"));
        assertProblem(api.put(seller, id, OPERA), 409, "ticket-sold");
        assertProblem(api.delete(seller, id), 409, "ticket-sold");
        assertThat(api.ticket(id)).containsEntry("status", "sold").doesNotContainKey("orderId");
    }

    @Test
    void unchangedTicketIsNotSentAgain() {
        var id = api.listed(seller, "Concert", "20");
        var uri = "/api/tickets/" + id;

        api.get(uri).expectHeader().valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache");
        assertThat(getIfChanged(uri, "\"0\"").getStatus().value()).isEqualTo(304);
        assertThat(getIfChanged(uri, "W/\"0\"").getStatus().value()).isEqualTo(304);
        api.put(seller, id, OPERA);
        assertThat(getIfChanged(uri, "\"0\"").getStatus().value()).isEqualTo(200);
    }

    @Test
    void unchangedListIsNotSentAgain() {
        var id = api.listed(seller, "Zirkus", "20");
        var uri = "/api/tickets?q=zirkus";
        var tag = api.get(uri)
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache")
                .returnResult()
                .getResponseHeaders()
                .getETag();

        assertThat(getIfChanged(uri, tag).getStatus().value()).isEqualTo(304);
        api.put(seller, id, "{\"title\":\"Zirkus\",\"price\":30}");
        assertThat(getIfChanged(uri, tag).getStatus().value()).isEqualTo(200);
    }

    private org.springframework.test.web.servlet.client.ExchangeResult getIfChanged(String uri, String tag) {
        return http.get()
                .uri(uri)
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange()
                .returnResult();
    }

    private static Map<String, Object> assertProblem(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status);
        answer.expectHeader().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        var problem = object(answer);
        assertThat(problem).containsEntry("code", code);
        assertThat(errors(problem)).isNotEmpty();
        return problem;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> errors(Map<String, Object> problem) {
        return (List<Map<String, Object>>) problem.get("errors");
    }
}
