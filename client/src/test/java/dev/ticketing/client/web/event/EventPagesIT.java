package dev.ticketing.client.web.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.client.testing.PageTest;
import dev.ticketing.client.testing.Site;
import dev.ticketing.client.testing.StubServices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@PageTest
class EventPagesIT {

    private static final String ID = "6b0028613e6a648727960be0";
    private static final String EVENT = """
            {"id":"%s","name":"La Traviata","venue":"Grand Hall","city":"Vienna","country":"AT",
             "startsAt":"2126-12-24T20:00:00+01:00","timeZone":"Europe/Vienna"%s}""";
    private static final String FOR_SALE = ",\"tickets\":{\"forSale\":2,\"fromPrice\":20.00,\"currency\":\"usd\"}";
    private static final String TICKET = """
            {"id":"5f00000000000000000000%s","title":"La Traviata","price":%s,"currency":"usd","userId":"s",
             "status":"available","version":0,"createdAt":"2026-01-01T10:00:00Z","event":%s,
             "seat":{"row":"3","number":"%s"},"faceValue":15.00,"restrictions":["side-view","new-word"],
             "notes":"Gate <b>","seller":{"since":"2026-03","sold":2}}""";

    @Autowired
    Site site;

    @BeforeEach
    void usualDay() {
        site.usual();
    }

    @Test
    void eventShowsItsTicketsCheapestFirst() {
        var event = EVENT.formatted(ID, FOR_SALE);
        services()
                .on("GET /api/events/" + ID, 200, event)
                .on(
                        "GET /api/tickets",
                        200,
                        "[" + TICKET.formatted("a2", "20.00", event, "8") + ","
                                + TICKET.formatted("a1", "30.00", event, "7") + "]");

        var page = site.visitor().get("/events/" + ID);

        assertThat(services().call("GET /api/tickets").query()).contains("event=" + ID, "sort=price", "currency=usd");
        assertThat(page.text("h1")).isEqualTo("La Traviata");
        assertThat(page.html().select(".stub .price").eachText()).containsExactly("$20.00", "$30.00");
        assertThat(page.text(".stub")).contains("Row 3", "Seat 8");
    }

    @Test
    void machinesLearnWhatTheEventIs() {
        var event = EVENT.formatted(ID, FOR_SALE).replace("Grand Hall", "Hall </script> 7");
        services().on("GET /api/events/" + ID, 200, event);

        var page = site.visitor().get("/events/" + ID);

        assertThat(page.html().select("link[rel=canonical]").attr("href")).endsWith("/events/" + ID);
        assertThat(page.html().select("meta[property=og:title]").attr("content"))
                .isEqualTo("La Traviata");
        var data = new JsonMapper()
                .readTree(page.html().select("script[type=application/ld+json]").html());
        assertThat(data.path("@type").stringValue()).isEqualTo("Event");
        assertThat(data.path("startDate").stringValue()).isEqualTo("2126-12-24T20:00+01:00");
        assertThat(data.path("location").path("name").stringValue()).isEqualTo("Hall </script> 7");
        assertThat(data.path("offers").path("lowPrice").stringValue()).isEqualTo("20.00");
    }

    @Test
    void sitemapNamesTheEventsForSale() {
        services().on("GET /api/events", 200, "[" + EVENT.formatted(ID, FOR_SALE) + "]");

        var sitemap = site.visitor().get("/sitemap.xml");

        assertThat(sitemap.header("Content-Type")).startsWith("application/xml");
        assertThat(sitemap.html().select("loc").eachText()).anyMatch(address -> address.endsWith("/events/" + ID));
        assertThat(site.visitor().get("/robots.txt").html().text()).contains("Disallow: /orders", "/sitemap.xml");
    }

    @Test
    void ticketSaysWhatItIs() {
        services()
                .on(
                        "GET /api/tickets/5f00000000000000000000a1",
                        200,
                        TICKET.formatted("a1", "20.00", EVENT.formatted(ID, ""), "7"));

        var page = site.visitor().get("/tickets/5f00000000000000000000a1");

        assertThat(page.text("article"))
                .contains(
                        "Grand Hall, Vienna",
                        "Row 3",
                        "Face value",
                        "$15.00",
                        "side view",
                        "Gate <b>",
                        "With us since 2026, 2 tickets sold")
                .doesNotContain("new-word");
    }

    private StubServices services() {
        return site.services();
    }
}
