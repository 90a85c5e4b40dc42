package dev.ticketing.tickets.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketing.events.OrderEvent.OrderCompleted;
import dev.ticketing.events.OrderEvent.OrderCreated;
import dev.ticketing.events.OrderEvent.PricedTicket;
import dev.ticketing.events.OrderEvent.TicketReference;
import dev.ticketing.events.TicketEvent.TicketDelivered;
import dev.ticketing.testing.Broker;
import dev.ticketing.testing.MovableClock;
import dev.ticketing.testing.ServiceTest;
import dev.ticketing.testing.SignedIn;
import dev.ticketing.testing.load.AtOnce;
import dev.ticketing.tickets.file.Barcode;
import dev.ticketing.tickets.file.BarcodePicture;
import dev.ticketing.tickets.ticket.TicketApi;
import dev.ticketing.tickets.ticket.TicketStatus;
import dev.ticketing.tickets.ticket.Tickets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.util.LinkedMultiValueMap;

@ServiceTest
class ContentIT {

    @Autowired
    RestTestClient http;

    @Autowired
    Tickets tickets;

    @Autowired
    SealedContents contents;

    @Autowired
    UnreferencedContents unreferenced;

    @Autowired
    MongoOperations mongo;

    @Autowired
    Broker broker;

    @Autowired
    MovableClock clock;

    SignedIn seller = SignedIn.someone();
    SignedIn buyer = SignedIn.someone();
    String code = UUID.randomUUID().toString();
    String orderId = new ObjectId().toHexString();
    TicketApi api;
    String ticketId;

    @BeforeEach
    void listATicket() {
        api = new TicketApi(http);
        ticketId = api.listed(seller, "Concert", "20");
    }

    @Test
    void listingWithACodeIsDeliveredAtOnce() {
        assertThat(api.ticket(ticketId)).containsEntry("delivery", "after-sale");

        attach(seller, ticketId, code).expectStatus().isOk();

        assertThat(api.ticket(ticketId)).containsEntry("delivery", "instant");
        assertThat(open(seller, ticketId)
                        .expectStatus()
                        .isOk()
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody())
                .isEqualTo(BarcodePicture.png(Barcode.of("qr", code)));
    }

    @Test
    void contentIsSealedAtRest() {
        attach(seller, ticketId, code).expectStatus().isOk();

        var stored =
                mongo.getCollection("contents").find().into(new ArrayList<>()).toString()
                        + mongo.getCollection("tickets").find().into(new ArrayList<>());
        assertThat(stored).contains(ticketId).doesNotContain(code);
        contents.findAll()
                .forEach(content -> assertThat(new String(content.code(), StandardCharsets.ISO_8859_1))
                        .doesNotContain(code));
    }

    @Test
    void onlyTheSellerAndTheBuyerOfACompletedOrderOpenIt() {
        attach(seller, ticketId, code).expectStatus().isOk();
        open(buyer, ticketId).expectStatus().isNotFound();
        reserve();
        open(buyer, ticketId).expectStatus().isNotFound();

        complete();

        open(buyer, ticketId)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.IMAGE_PNG)
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueMatches("Content-Security-Policy", "sandbox;.*")
                .expectHeader()
                .valueEquals("Content-Disposition", "inline; filename=\"ticket-" + ticketId + ".png\"");
        open(SignedIn.someone(), ticketId).expectStatus().isNotFound();
        http.get()
                .uri("/api/tickets/{id}/content", ticketId)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void firstOpeningByTheBuyerIsAFact() {
        attach(seller, ticketId, code).expectStatus().isOk();
        reserve();
        complete();
        open(seller, ticketId).expectStatus().isOk();
        http.head()
                .uri("/api/tickets/{id}/content", ticketId)
                .header("Cookie", buyer.cookie())
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(broker.events(TicketDelivered.class, ticketId)).isEmpty();

        open(buyer, ticketId).expectStatus().isOk();
        open(buyer, ticketId).expectStatus().isOk();

        await().untilAsserted(() -> assertThat(broker.events(TicketDelivered.class, ticketId))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.orderId()).isEqualTo(orderId);
                    assertThat(told.buyerId()).isEqualTo(buyer.id());
                    assertThat(told.deliveredAt()).isBeforeOrEqualTo(clock.instant());
                }));
    }

    @Test
    void reservedTicketKeepsItsContent() {
        attach(seller, ticketId, code).expectStatus().isOk();
        reserve();

        attach(seller, ticketId, "other" + code)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ticket-reserved");
        remove(seller).expectStatus().isEqualTo(409);
        complete();
        attach(seller, ticketId, "other" + code)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ticket-sold");
    }

    @Test
    void contentMayFollowAfterTheSale() {
        reserve();
        complete();
        open(buyer, ticketId).expectStatus().isNotFound();

        attach(seller, ticketId, code).expectStatus().isOk();

        open(buyer, ticketId).expectStatus().isOk();
    }

    @Test
    void oneCodeIsInOneListing() {
        attach(seller, ticketId, code).expectStatus().isOk();
        var other = SignedIn.someone();
        var second = api.listed(other, "Concert", "20");

        attach(other, second, code)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ticket-listed-already");
        attach(seller, ticketId, code).expectStatus().isOk();
        api.delete(seller, ticketId).expectStatus().isNoContent();
        attach(other, second, code).expectStatus().isOk();
    }

    @Test
    void oneCodeAttachedAtOnceByManyIsInOneListing() {
        var listings = Stream.generate(() -> api.listed(seller, "Concert", "20"))
                .limit(20)
                .toList();

        var answers = AtOnce.all(
                listings.size(),
                at -> attach(seller, listings.get(at), code)
                        .returnResult(byte[].class)
                        .getStatus()
                        .value());

        assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
        assertThat(listings)
                .filteredOn(listing -> api.ticket(listing).get("delivery").equals("instant"))
                .hasSize(1);
    }

    @Test
    void buyerMaySellTheTicketAgainAndTheFirstSellerMayNot() {
        attach(seller, ticketId, code).expectStatus().isOk();
        reserve();
        complete();
        var bySeller = api.listed(seller, "Concert", "20");
        attach(seller, bySeller, code).expectStatus().isEqualTo(409);
        var byBuyer = api.listed(buyer, "Concert", "20");

        attach(buyer, byBuyer, code).expectStatus().isOk();

        attach(seller, bySeller, code).expectStatus().isEqualTo(409);
        open(buyer, ticketId).expectStatus().isOk();
    }

    @Test
    void somebodyElsesTicketIsLeftAlone() {
        attach(buyer, ticketId, code).expectStatus().isForbidden();
        remove(buyer).expectStatus().isForbidden();
        upload(buyer, ticketId, new byte[] {1}).expectStatus().isForbidden();
    }

    @Test
    void replacedRemovedAndWithdrawnContentsAreDeleted() {
        attach(seller, ticketId, code).expectStatus().isOk();
        attach(seller, ticketId, "new" + code).expectStatus().isOk();
        assertThat(contentsOf(ticketId)).hasSize(1);
        remove(seller).expectStatus().isNoContent();
        remove(seller).expectStatus().isNoContent();
        assertThat(contentsOf(ticketId)).isEmpty();

        attach(seller, ticketId, code).expectStatus().isOk();
        api.delete(seller, ticketId).expectStatus().isNoContent();
        unreferenced.sweep();
        assertThat(contentsOf(ticketId)).as("young").hasSize(1);
        clock.advance(Duration.ofMinutes(61));
        unreferenced.sweep();

        assertThat(contentsOf(ticketId)).isEmpty();
    }

    private List<SealedContent> contentsOf(String ticket) {
        return StreamSupport.stream(contents.findAll().spliterator(), false)
                .filter(content -> content.ticketId().equals(ticket))
                .toList();
    }

    @Test
    void codeOnAFileIsFoundAndShown() {
        upload(seller, ticketId, BarcodePicture.png(Barcode.of("aztec", code)))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.hasCode")
                .isEqualTo(true);

        attach(seller, api.listed(seller, "Concert", "20"), code).expectStatus().isEqualTo(409);
        http.get()
                .uri("/api/tickets/{id}/content?as=code", ticketId)
                .header("Cookie", seller.cookie())
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.IMAGE_PNG);
    }

    @Test
    void fileBeyondTheQuotaIsRefused() {
        var answers = Stream.generate(() -> upload(seller, ticketId, new byte[] {1}))
                .limit(101)
                .map(answer -> answer.returnResult(byte[].class).getStatus().value())
                .toList();

        assertThat(answers).startsWith(400).endsWith(429);
        attach(seller, ticketId, code).expectStatus().isOk();
    }

    @Test
    void manyFilesAtOnceAreReadOneByOneAndNoneIsLost() {
        var file = BarcodePicture.png(Barcode.of("qr", code));
        var listings = Stream.generate(() -> api.listed(seller, "Concert", "20"))
                .limit(30)
                .toList();

        var answers = AtOnce.all(
                listings.size(),
                at -> upload(seller, listings.get(at), file)
                        .returnResult(byte[].class)
                        .getStatus()
                        .value());

        assertThat(answers).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 409 || status == 503);
        assertThat(listings)
                .filteredOn(listing -> api.ticket(listing).get("delivery").equals("instant"))
                .hasSize(1);
    }

    @Test
    void fileOfAnotherKindIsRefusedWithAReason() {
        upload(seller, ticketId, "<svg/>".getBytes(StandardCharsets.UTF_8))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("file-refused")
                .jsonPath("$.detail")
                .isEqualTo("The file is no PDF, PNG or JPEG.");
        upload(seller, ticketId, new byte[5 * 1024 * 1024 + 1024])
                .expectStatus()
                .isBadRequest();
        upload(seller, ticketId, new byte[6 * 1024 * 1024]).expectStatus().isEqualTo(413);
        assertThat(contentsOf(ticketId)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"qr, ''", "upc, 1", "ean13, 12", "code128, é", "'', x"})
    void impossibleCodeIsRefused(String format, String text) {
        http.put()
                .uri("/api/tickets/{id}/content", ticketId)
                .header("Cookie", seller.cookie())
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"barcode\":{\"format\":\"%s\",\"text\":\"%s\"}}".formatted(format, text))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("validation-failed");
    }

    private ResponseSpec attach(SignedIn user, String ticket, String text) {
        return http.put()
                .uri("/api/tickets/{id}/content", ticket)
                .header("Cookie", user.cookie())
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"barcode\":{\"format\":\"qr\",\"text\":\"%s\"}}".formatted(text))
                .exchange();
    }

    private ResponseSpec upload(SignedIn user, String ticket, byte[] file) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", new ByteArrayResource(file) {
            @Override
            public String getFilename() {
                return "ticket.bin";
            }
        });
        return http.put()
                .uri("/api/tickets/{id}/content", ticket)
                .header("Cookie", user.cookie())
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts)
                .exchange();
    }

    private ResponseSpec remove(SignedIn user) {
        return http.delete()
                .uri("/api/tickets/{id}/content", ticketId)
                .header("Cookie", user.cookie())
                .exchange();
    }

    private ResponseSpec open(SignedIn user, String ticket) {
        return http.get()
                .uri("/api/tickets/{id}/content", ticket)
                .header("Cookie", user.cookie())
                .exchange();
    }

    private void reserve() {
        broker.publish(
                new OrderCreated(
                        orderId,
                        buyer.id(),
                        "created",
                        clock.instant().plusSeconds(900),
                        new PricedTicket(ticketId, 99, 2000, "usd")),
                0);
        awaitStatus(TicketStatus.RESERVED);
    }

    private void complete() {
        broker.publish(
                new OrderCompleted(orderId, "5f00000000000000000000b1", new TicketReference(ticketId), buyer.id()), 1);
        awaitStatus(TicketStatus.SOLD);
    }

    private void awaitStatus(TicketStatus status) {
        await().until(() -> tickets.findById(ticketId).orElseThrow().status() == status);
    }
}
