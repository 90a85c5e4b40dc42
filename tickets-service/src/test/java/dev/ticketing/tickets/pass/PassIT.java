package dev.ticketing.tickets.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.events.TicketDetails;
import dev.ticketing.events.TicketDetails.Occasion;
import dev.ticketing.events.TicketDetails.Seat;
import dev.ticketing.testing.ServiceTest;
import dev.ticketing.testing.SignedIn;
import dev.ticketing.tickets.file.TicketFile;
import dev.ticketing.tickets.ticket.Listing;
import dev.ticketing.tickets.ticket.Price;
import dev.ticketing.tickets.ticket.Ticket;
import dev.ticketing.tickets.ticket.TicketApi;
import dev.ticketing.tickets.ticket.Tickets;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest
class PassIT {

    private static final Instant START = Instant.parse("2027-03-28T18:30:00Z");

    @Autowired
    RestTestClient http;

    @Autowired
    Tickets tickets;

    SignedIn seller = SignedIn.someone();
    SignedIn buyer = SignedIn.someone();
    String orderId = new ObjectId().toHexString();

    @Test
    void pageHasEventSeatCodeAndOrder() throws Exception {
        var ticket = withEvent("Antonín Dvořák: Rusalka Ωδείο 🎭");
        attach(ticket);
        sell(ticket);

        var page = bytes(get(buyer, ticket, "pdf").expectStatus().isOk());

        try (var document = Loader.loadPDF(page)) {
            assertThat(document.getNumberOfPages()).isOne();
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Antonín Dvořák: Rusalka Ωδείο ?")
                    .contains("Sunday, 28 March 2027, 20:30 (Europe/Vienna)")
                    .contains("Grand Hall, Vienna", "Section Parquet, row 3, seat 12", orderId);
        }
        assertThat(TicketFile.of(page).code())
                .hasValueSatisfying(code -> assertThat(code.text()).isEqualTo("CODE-" + ticket));
        assertThat(tickets.findById(ticket).orElseThrow().content().deliveredAt())
                .isNotNull();
    }

    @Test
    void pageWithoutACodeSaysSo() throws Exception {
        var ticket = withEvent("Opera");
        sell(ticket);

        try (var document =
                Loader.loadPDF(bytes(get(buyer, ticket, "pdf").expectStatus().isOk()))) {
            assertThat(new PDFTextStripper().getText(document)).contains("The seller has not attached a code.");
        }
    }

    @Test
    void calendarEntryHasTheZoneOfTheVenue() {
        var ticket = withEvent("Opera; first, night");
        sell(ticket);

        var answer = get(buyer, ticket, "ics")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/calendar;charset=UTF-8");

        assertThat(new String(bytes(answer), StandardCharsets.UTF_8).replace("\r\n ", ""))
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Vienna\r\n")
                .contains("DTSTART;TZID=Europe/Vienna:20270328T203000\r\n")
                .contains("SUMMARY:Opera\\; first\\, night\r\n", "LOCATION:Grand Hall\\, Vienna\r\n");
    }

    @Test
    void everybodyGetsTheDateOfAnEvent() {
        var made = http.post()
                .uri("/api/events")
                .header("Cookie", seller.cookie())
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        "{\"name\":\"Aida %s\",\"venue\":\"Arena\",\"city\":\"Verona\",\"country\":\"IT\",\"startsAt\":\"%s\"}"
                                .formatted(orderId, LocalDate.now().plusYears(1) + "T21:00"))
                .exchange();
        var id = TicketApi.object(made).get("id");

        var answer = http.get().uri("/api/events/{id}/event.ics", id).exchange();

        assertThat(new String(bytes(answer.expectStatus().isOk()), StandardCharsets.UTF_8).replace("\r\n ", ""))
                .contains("TZID:Europe/Rome\r\n", "SUMMARY:Aida " + orderId);
        http.get()
                .uri("/api/events/{id}/event.ics", orderId)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("event-not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "ics"})
    void onlyTheBuyerGetsThem(String kind) {
        var ticket = withEvent("Opera");
        get(buyer, ticket, kind).expectStatus().isNotFound();
        sell(ticket);

        get(seller, ticket, kind).expectStatus().isNotFound();
        get(SignedIn.someone(), ticket, kind).expectStatus().isNotFound();
        get(buyer, ticket, kind).expectStatus().isOk();
    }

    @Test
    void ticketWithoutAnEventHasNoCalendarEntry() {
        var ticket = saved(new Listing("Concert", new Price(2000, "usd")));
        sell(ticket);

        get(buyer, ticket, "ics").expectStatus().isNotFound();
        get(buyer, ticket, "pdf").expectStatus().isOk();
    }

    private String withEvent(String name) {
        var event =
                new Occasion(new ObjectId().toHexString(), name, "Grand Hall", "Vienna", "AT", START, "Europe/Vienna");
        var details = new TicketDetails(event, new Seat("Parquet", "3", "12"), null, null, List.of(), null);
        return saved(new Listing(name, new Price(2000, "usd"), details));
    }

    private String saved(Listing listing) {
        return tickets.save(Ticket.list(listing, seller.id(), Instant.now())).id();
    }

    private void attach(String ticket) {
        http.put()
                .uri("/api/tickets/{id}/content", ticket)
                .header("Cookie", seller.cookie())
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"barcode\":{\"format\":\"qr\",\"text\":\"CODE-%s\"}}".formatted(ticket))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private void sell(String ticketId) {
        var ticket = tickets.findById(ticketId).orElseThrow();
        ticket.sell(orderId, buyer.id());
        tickets.save(ticket);
    }

    private ResponseSpec get(SignedIn user, String ticket, String kind) {
        return http.get()
                .uri("/api/tickets/{id}/ticket.{kind}", ticket, kind)
                .header("Cookie", user.cookie())
                .exchange();
    }

    private static byte[] bytes(ResponseSpec answer) {
        return answer.expectBody(byte[].class).returnResult().getResponseBody();
    }
}
