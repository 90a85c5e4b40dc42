package dev.ticketing.client.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.client.testing.Browser;
import dev.ticketing.client.testing.PageTest;
import dev.ticketing.client.testing.Site;
import dev.ticketing.testing.SignedIn;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every state with a text has one in every language; {@link Browser} refuses pages that lack one. */
@PageTest
class EveryTextIT {

    private static final List<String> LANGUAGES = List.of("en", "de");

    @Autowired
    Site site;

    private final SignedIn person = SignedIn.someone();

    @BeforeEach
    void usualDay() {
        site.usual();
    }

    static Stream<String> orders() {
        return Stream.of("created", "awaiting:payment", "complete", "cancelled");
    }

    @ParameterizedTest
    @MethodSource("orders")
    void orders(String status) {
        var history =
                "\"version\":0,\"history\":[{\"at\":\"2026-01-01T12:00:00Z\",\"status\":\"%s\"}]".formatted(status);
        var order = Site.order(status, null).replace("\"version\":0", history);
        site.services()
                .on("GET /api/orders/" + Site.ORDER_ID, 200, order)
                .on("GET /api/orders", 200, "[" + order + "]");
        site.services().on("GET /api/tickets/" + Site.TICKET_ID, 200, Site.ticket("reserved"));

        areComplete(Site.ORDER_PAGE, "/orders", "/orders?status=" + status, "/tickets/mine", Site.TICKET_PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"buyer", "expired", "ticket-unavailable", "payment-failed"})
    void cancelledOrders(String reason) {
        var step =
                "\"history\":[{\"at\":\"2026-01-01T12:00:00Z\",\"status\":\"cancelled\",\"reason\":\"%s\"}],\"version\":0"
                        .formatted(reason);
        site.services()
                .on(
                        "GET /api/orders/" + Site.ORDER_ID,
                        200,
                        Site.order("cancelled", reason).replace("\"version\":0", step));

        areComplete(Site.ORDER_PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "requires_action", "authorized", "captured", "voided", "refunded", "failed"})
    void payments(String status) {
        for (var decline : List.of("", ",\"declineCode\":\"generic_decline\"")) {
            site.services()
                    .on("GET /api/orders/" + Site.ORDER_ID, 200, Site.order("created", null))
                    .on(
                            "GET /api/payments",
                            200,
                            "[{\"id\":\"1\",\"orderId\":\"%s\",\"status\":\"%s\"%s}]"
                                    .formatted(Site.ORDER_ID, status, decline));

            areComplete(Site.ORDER_PAGE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"available", "reserved", "sold", "withdrawn"})
    void tickets(String status) {
        site.services()
                .on("GET /api/tickets/" + Site.TICKET_ID, 200, Site.ticket(status))
                .on("GET /api/tickets/mine", 200, "[" + Site.ticket(status) + "]")
                .on(
                        "GET /api/tickets/mine/totals",
                        200,
                        "[{\"status\":\"%s\",\"currency\":\"eur\",\"count\":1,\"sum\":20}]".formatted(status));

        areComplete("/", "/?q=a&minPrice=2&maxPrice=1", "/selling?status=" + status, Site.TICKET_PAGE);
        for (var language : LANGUAGES) {
            var seller = new SignedIn(Site.SELLER_ID, "seller@example.com");
            var browser = site.visitor().as(seller).with("Accept-Language", language);
            assertThat(browser.get(Site.TICKET_PAGE + "/edit").status()).isEqualTo(200);
            assertThat(browser.get(Site.TICKET_PAGE).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"400", "403", "404", "405", "409", "413", "415", "422", "429", "500", "502", "503"})
    void errors(int status) {
        site.services().on("GET /api/tickets/" + Site.TICKET_ID, status, "{\"code\":\"x\",\"detail\":\"y\"}");

        for (var language : LANGUAGES) {
            assertThat(site.visitor()
                            .with("Accept-Language", language)
                            .get(Site.TICKET_PAGE)
                            .text("h1"))
                    .isNotEmpty();
        }
    }

    private void areComplete(String... paths) {
        for (var language : LANGUAGES) {
            var browser = site.visitor().as(person).with("Accept-Language", language);
            assertThat(paths)
                    .allSatisfy(path -> assertThat(browser.get(path).status()).isEqualTo(200));
        }
    }
}
