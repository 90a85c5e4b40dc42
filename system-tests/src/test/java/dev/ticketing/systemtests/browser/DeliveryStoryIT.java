package dev.ticketing.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** From the event to the ticket at the entrance. */
class DeliveryStoryIT extends BrowserStory {

    private final String event = "Rusalka " + UUID.randomUUID();

    @Test
    void seatOfANewEventIsSoldWithItsCode() {
        var seller = visitor().signedUp();
        var ticketId = seat(seller);
        seller.follow("selling.attach").isAt("content.title").looksRight("content-nothing");
        seller.page().locator("[name=format]").selectOption("ean13");
        seller.fill("text", "4711").press("content.code.submit").sees("invalid.barcode.text");
        seller.looksRight("content-invalid");
        seller.page().locator("[name=format]").selectOption("aztec");
        seller.fill("text", "GATE-" + ticketId).press("content.code.submit");
        seller.sees("content.there").looksRight("content-attached");
        visitor().open("/tickets/" + ticketId).sees("ticket.delivery.instant").looksRight("ticket-with-seat");
        visitor().open("/?q=" + event.replace(" ", "+")).seesText(event).looksRight("events");

        var buyer = buys(ticketId);
        buyer.openUntil(buyer.path() + "/ticket", "pass.details");
        assertThat(buyer.page().locator(".pass")).containsText(event);

        shownCode(buyer);
        buyer.looksRight("pass").prints("pass-printed");
        eventually().untilAsserted(() -> {
            seller.open("/selling?status=sold");
            assertThat(seller.page().locator(".stub").first().innerText()).contains(seller.say("selling.delivered"));
        });
        seller.looksRight("selling-delivered");
    }

    @Test
    void openedTicketNeedsNoNetwork() {
        assumeTrue(window.hasScript(), "a service worker is a script");
        var seller = visitor().signedUp();
        var ticketId = seat(seller);
        seller.follow("selling.attach");
        seller.fill("text", "GATE-" + ticketId).press("content.code.submit").sees("content.there");
        var buyer = buys(ticketId);
        buyer.open(buyer.path() + "/ticket");
        assertThat(buyer.page().locator("[data-offline-hint]")).isVisible();

        buyer.context().setOffline(true);
        buyer.page().reload();

        shownCode(buyer);
        buyer.context().setOffline(false);
    }

    @Test
    void ticketThatFollowsAfterTheSaleAppears() throws IOException {
        var seller = visitor().signedUp();
        var ticketId = seat(seller);
        var buyer = buys(ticketId);
        buyer.open(buyer.path() + "/ticket").sees("pass.waiting").looksRight("pass-waiting");
        eventually().until(() -> seller.ticketStatus(ticketId).equals("sold"));

        seller.open("/selling?status=sold").follow("selling.hand-over").sees("content.sold");
        seller.page().locator("[type=file]").setInputFiles(new FilePayload("ticket.png", "image/png", picture()));
        seller.press("content.file.submit").sees("content.there.sold").looksRight("content-handed-over");

        buyer.open(buyer.path());
        assertThat(buyer.page().locator(".pass img")).isVisible();
        buyer.looksRight("pass-picture");
    }

    /** Through the pages; the address of the seller's page then has the id. */
    private String seat(Visitor seller) {
        seller.open("/tickets/new").follow("sell.event.choose").isAt("sell.event.choose");
        seller.looksRight("event-choice");
        seller.fill("name", event).fill("venue", "Grand Hall").fill("city", "Vienna");
        seller.page().locator("[name=country]").selectOption("AT");
        seller.page().locator("[name=startsAt]").fill(LocalDate.now().plusDays(40) + "T20:00");
        seller.press("sell.event.add.submit").isAt("sell.title").seesText(event);
        seller.fill("section", "Parquet").fill("row", "3").fill("number", "12");
        seller.fill("price", "20").fill("faceValue", "25").looksRight("sell-seat");
        seller.press("sell.submit").sees("ticket.delivery.after-sale").looksRight("ticket-listed");
        return seller.path().replaceFirst(".*/([0-9a-f]{24}).*", "$1");
    }

    private Visitor buys(String ticketId) {
        var buyer = visitor().signedUp().open("/tickets/" + ticketId).press("ticket.purchase");
        return buyer.pays(GOOD_CARD).sees("order.complete");
    }

    private static void shownCode(Visitor buyer) {
        var code = buyer.page().locator(".pass .code img");
        assertThat(code).isVisible();
        eventually().untilAsserted(() -> assertThat(width(code)).isGreaterThan(100));
    }

    private static int width(Locator image) {
        return (int) image.evaluate("image => image.naturalWidth");
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
