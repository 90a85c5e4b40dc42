package dev.ticketing.tickets.event;

import static dev.ticketing.tickets.ticket.TicketApi.array;
import static dev.ticketing.tickets.ticket.TicketApi.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketing.events.OrderEvent.OrderCompleted;
import dev.ticketing.events.OrderEvent.OrderCreated;
import dev.ticketing.events.OrderEvent.PricedTicket;
import dev.ticketing.events.OrderEvent.TicketReference;
import dev.ticketing.testing.Broker;
import dev.ticketing.testing.MovableClock;
import dev.ticketing.testing.ServiceTest;
import dev.ticketing.testing.SignedIn;
import dev.ticketing.testing.load.AtOnce;
import dev.ticketing.tickets.ticket.TicketApi;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
@TestPropertySource(properties = {"ticketing.tickets.price-caps=FR:110", "ticketing.tickets.lists-cached=PT0S"})
class EventApiIT {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    RestTestClient http;

    @Autowired
    Broker broker;

    @Autowired
    MovableClock clock;

    private final SignedIn seller = SignedIn.someone();
    private final String name = "Traviata " + UUID.randomUUID().toString().replace("-", "");
    private TicketApi api;

    @BeforeEach
    void tickets() {
        api = new TicketApi(http);
    }

    @Test
    void eventHasTheTimeOfItsVenue() {
        var event = object(
                add(event("startsAt", inDays(30) + "T20:00")).expectStatus().isCreated());

        assertThat(event)
                .containsEntry("name", name)
                .containsEntry("timeZone", "Europe/Vienna")
                .containsEntry("country", "AT")
                .containsEntry("tickets", Map.of("forSale", 0));
        assertThat(event.get("startsAt").toString()).matches(inDays(30) + "T20:00:00\\+0[12]:00");
        assertThat(object(api.get("/api/events/{id}", event.get("id"))
                        .expectStatus()
                        .isOk()))
                .isEqualTo(event);
    }

    @Test
    void sameEventIsAddedOnceWhateverItsSpelling() {
        var first = object(add(event("venue", "Café Zürich")).expectStatus().isCreated());

        var again = object(add(event("venue", "CAFE ZURICH!", "name", name.toUpperCase() + " "))
                .expectStatus()
                .isOk());

        assertThat(again).isEqualTo(first);
    }

    @Test
    void ofManyRequestsForOneEventOneAddsIt() {
        var answers = AtOnce.all(50, i -> add(event()).returnResult(String.class));

        assertThat(answers.stream().map(answer -> answer.getStatus().value()))
                .containsOnly(200, 201)
                .containsOnlyOnce(201);
        assertThat(answers.stream()
                        .map(answer -> JSON.readTree(answer.getResponseBody())
                                .path("id")
                                .stringValue())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void repeatedRequestGetsItsFirstResponse() {
        var key = new ObjectId().toString();

        var first = object(add(key, event()).expectStatus().isCreated());

        assertThat(object(add(key, event()).expectStatus().isCreated())).isEqualTo(first);
        add(key, event("city", "Graz")).expectStatus().isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "name, ''",
        "venue, ' '",
        "city, ",
        "country, AUT",
        "country, XX",
        "startsAt, tomorrow",
        "startsAt, 2020-01-01T20:00",
        "startsAt, 2099-01-01T20:00",
        "timeZone, Europe/Atlantis",
        "timeZone, +01:00"
    })
    void badPartIsNamed(String field, String value) {
        var problem = object(add(event(field, value)).expectStatus().isBadRequest());

        assertThat(problem.get("errors").toString()).contains("field=" + field);
    }

    @Test
    void zoneIsAskedForWhereTheCityDoesNotTell() {
        var where = new String[] {"country", "US", "city", "Springfield"};
        assertThat(object(add(event(where)).expectStatus().isBadRequest())
                        .get("errors")
                        .toString())
                .contains("field=timeZone");

        var named = event(where);
        named.put("timeZone", "America/Chicago");
        add(named).expectStatus().isCreated();
        add(event("country", "US", "city", "New York", "venue", "Met"))
                .expectStatus()
                .isCreated();
    }

    @Test
    void timeThatTheClocksSkipIsRefused() {
        var skipped = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).getYear() + 1;
        var rules = java.time.ZoneId.of("Europe/Vienna").getRules();
        var gap = rules.nextTransition(java.time.Instant.parse(skipped + "-01-01T00:00:00Z"));

        var problem = object(
                add(event("startsAt", gap.getDateTimeBefore().plusMinutes(30).toString()))
                        .expectStatus()
                        .isBadRequest());

        assertThat(problem.get("errors").toString()).contains("field=startsAt", "clocks go forward");
    }

    @Test
    void eventsWithTicketsAreFoundByWordsCityAndDay() {
        var event = id(add(event("city", "Graz " + name)));
        id(add(event("venue", "Elsewhere", "city", "Graz " + name)));
        list(event, "30");
        list(event, "25");

        await().untilAsserted(() -> {
            var found = found("?city={0}", "GRAZ " + name);
            assertThat(found)
                    .singleElement()
                    .satisfies(one -> assertThat(one)
                            .containsEntry("id", event)
                            .hasEntrySatisfying(
                                    "tickets",
                                    tickets -> assertThat(tickets)
                                            .hasToString("{forSale=2, fromPrice=25.00, currency=usd}")));
        });
        assertThat(found("?city={0}&all=true", "graz " + name)).hasSize(2);
        assertThat(found("?city={0}", ("Graz " + name).substring(0, 12))).hasSize(1);
        assertThat(found("?city={0}", "!")).isEmpty();
        assertThat(found("?q={0}", name.substring(0, name.length() - 1))).hasSize(1);
        assertThat(found("?q={0}&country=DE", name)).isEmpty();
        assertThat(found("?q={0}&from={1}&to={2}", name, inDays(30), inDays(30)))
                .hasSize(1);
        assertThat(found("?q={0}&from={1}", name, inDays(31))).isEmpty();
        api.get("/api/events?from=soon").expectStatus().isBadRequest();
        api.get("/api/events?cursor=x").expectStatus().isBadRequest();
        api.get("/api/events/{id}", "nothing").expectStatus().isNotFound();
    }

    @Test
    void pagesOfEventsAreSoonestFirst() {
        var later = id(add(event("startsAt", inDays(40) + "T20:00")));
        var sooner = id(add(event("startsAt", inDays(20) + "T20:00")));

        var first = api.get("/api/events?all=true&limit=1&q={q}", name)
                .expectStatus()
                .isOk();
        var link = first.returnResult(String.class).getResponseHeaders().getFirst("Link");

        assertThat(array(api.get("/api/events?all=true&q={q}", name)).stream().map(event -> event.get("id")))
                .containsExactly(sooner, later);
        var next = link.substring(1, link.indexOf('>'));
        assertThat(array(http.get().uri(java.net.URI.create(next)).exchange()).stream()
                        .map(event -> event.get("id")))
                .containsExactly(later);
    }

    @Test
    void ticketTellsItsEventAndSeat() {
        var event = id(add(event()));
        var listed =
                object(api.post(seller, """
                {"price": 30, "eventId": "%s", "seat": {"row": "3"}, "faceValue": 25, "notes": "Gate B"}
                """.formatted(event)).expectStatus().isCreated());

        var ticket = api.ticket(listed.get("id").toString());

        assertThat(ticket)
                .containsEntry("title", name)
                .containsEntry("seat", Map.of("row", "3"))
                .containsEntry("notes", "Gate B");
        assertThat(ticket.get("faceValue")).hasToString("25.00");
        assertThat(ticket.get("event").toString()).contains("id=" + event, "venue=Opera House");
        assertThat(ticket.get("seller").toString()).contains("sold=0");
        assertThat(array(api.get("/api/tickets?event={id}", event))).hasSize(1);
        assertThat(array(api.get("/api/tickets?q={q}&sort=date", "opera " + name)))
                .hasSize(1);
        assertThat(array(api.get("/api/tickets?event=none&q={q}", name))).isEmpty();
        api.get("/api/tickets?event=x").expectStatus().isBadRequest();
    }

    @Test
    void ticketOfAnotherEventIsCountedThere() {
        var first = id(add(event()));
        var second = id(add(event("venue", "Elsewhere")));
        var ticket = list(first, "20");
        await().untilAsserted(
                        () -> assertThat(found("?q={0}", name)).extracting("id").containsExactly(first));

        api.put(seller, ticket, listing(second, "20", "null")).expectStatus().isOk();

        await().untilAsserted(
                        () -> assertThat(found("?q={0}", name)).extracting("id").containsExactly(second));
    }

    @Test
    void priceIsCappedWhereTheLawSaysSo() {
        var event = id(add(event("country", "FR", "city", "Paris")));
        assertThat(problem(event, "20", "null")).contains("faceValue is required");

        var refused = object(
                api.post(seller, listing(event, "22.01", "20")).expectStatus().isBadRequest());

        assertThat(refused)
                .containsEntry("code", "price-above-cap")
                .hasEntrySatisfying(
                        "maximum", most -> assertThat(most.toString()).isEqualTo("22.00"));
        api.post(seller, listing(event, "22", "20")).expectStatus().isCreated();
    }

    @Test
    void listingEndsWhenItsEventBeginsAndReleasedOnesToo() {
        var event = id(add(event("startsAt", inDays(1) + "T20:00")));
        var available = list(event, "20");
        var reserved = list(event, "20");
        var order = new ObjectId().toHexString();
        broker.publish(
                new OrderCreated(
                        order,
                        "buyer",
                        "created",
                        clock.instant().plus(Duration.ofDays(2)),
                        new PricedTicket(reserved, 0, 2000, "usd")),
                0);
        await().untilAsserted(() -> assertThat(api.ticket(reserved)).containsEntry("status", "reserved"));

        clock.advance(Duration.ofDays(2));

        await().untilAsserted(() -> assertThat(api.ticket(available)).containsEntry("status", "ended"));
        assertThat(api.ticket(reserved)).containsEntry("status", "reserved");
        broker.publish(new OrderCompleted(order, "payment", new TicketReference(reserved), "buyer"), 1);
        await().untilAsserted(() -> assertThat(api.ticket(reserved)).containsEntry("status", "sold"));
    }

    private String problem(String event, String price, String faceValue) {
        return object(api.post(seller, listing(event, price, faceValue))
                        .expectStatus()
                        .isBadRequest())
                .get("errors")
                .toString();
    }

    private static String listing(String event, String price, String faceValue) {
        return "{\"price\": %s, \"eventId\": \"%s\", \"faceValue\": %s}".formatted(price, event, faceValue);
    }

    private String list(String event, String price) {
        return object(api.post(seller, listing(event, price, "null"))
                        .expectStatus()
                        .isCreated())
                .get("id")
                .toString();
    }

    private List<Map<String, Object>> found(String query, Object... variables) {
        return array(api.get("/api/events" + query, variables).expectStatus().isOk());
    }

    private String inDays(int days) {
        return clock.instant()
                .atZone(ZoneOffset.UTC)
                .plus(days, ChronoUnit.DAYS)
                .toLocalDate()
                .toString();
    }

    private Map<String, String> event(String... changes) {
        var body = new HashMap<>(Map.of(
                "name", name,
                "venue", "Opera House",
                "city", "Vienna",
                "country", "AT",
                "startsAt", inDays(30) + "T20:00"));
        for (var i = 0; i < changes.length; i += 2) {
            body.put(changes[i], changes[i + 1]);
        }
        return body;
    }

    private ResponseSpec add(Map<String, String> event) {
        return add(null, event);
    }

    private ResponseSpec add(String key, Map<String, String> event) {
        var request = http.post().uri("/api/events").header("Cookie", seller.cookie());
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsString(event))
                .exchange();
    }

    private static String id(ResponseSpec added) {
        return object(added.expectStatus().isCreated()).get("id").toString();
    }
}
