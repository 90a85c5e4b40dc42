package dev.ticketing.client.web.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.client.testing.Browser;
import dev.ticketing.client.testing.PageTest;
import dev.ticketing.client.testing.Site;
import dev.ticketing.client.testing.StubServices;
import dev.ticketing.testing.SignedIn;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class ContentPagesIT {

    private static final String PAGE = Site.TICKET_PAGE + "/content";
    private static final String API = "/api/tickets/" + Site.TICKET_ID + "/content";
    private static final String EVENT = """
            {"id":"6b0028613e6a648727960be0","name":"La Traviata","venue":"Grand Hall","city":"Vienna","country":"AT",
             "startsAt":"2126-12-24T20:00:00+01:00","timeZone":"Europe/Vienna","tickets":{"forSale":0}}""";

    @Autowired
    Site site;

    @BeforeEach
    void usualDay() {
        site.usual();
    }

    @Test
    void sellerAttachesACode() {
        services().on("HEAD " + API, 404, "").on("PUT " + API, 200, "{}");
        assertThat(seller().get(PAGE).texts("form h2")).containsExactly("A file or a photo", "Only the code");

        var page = seller().post(PAGE, Map.of("format", "aztec", "text", "A1B2"));

        assertThat(page.status()).isEqualTo(303);
        assertThat(page.header("Location")).isEqualTo(PAGE);
        assertThat(services().call("PUT " + API).body()).contains("\"format\":\"aztec\"", "\"text\":\"A1B2\"");
    }

    @Test
    void refusedCodeIsExplainedBesideItsField() {
        services().on("HEAD " + API, 404, "").refuses("PUT " + API, 400, "validation-failed", "x", "barcode.text");

        var page = seller().post(PAGE, Map.of("format", "ean13", "text", "12"));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.html().getElementById("barcode.text-error").text()).contains("cannot be a code of this kind");
    }

    @Test
    void codeOfAnotherListingIsExplained() {
        services().on("HEAD " + API, 404, "").refuses("PUT " + API, 409, "ticket-listed-already", "x", null);

        var page = seller().post(PAGE, Map.of("format", "qr", "text", "A"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text(".notice.bad")).contains("already for sale in another listing");
    }

    @Test
    void attachedContentIsShownAndCanBeRemoved() {
        services()
                .on("HEAD " + API, 200, "", Map.of("Content-Type", "image/png"))
                .on("DELETE " + API, 204, "");

        var page = seller().get(PAGE);

        assertThat(page.html().select("img[src='" + API + "?as=code']")).hasSize(1);
        assertThat(seller().post(PAGE, Map.of("remove", "yes")).status()).isEqualTo(303);
        assertThat(services().calls("DELETE " + API)).hasSize(1);
    }

    @Test
    void otherPeopleCannotAttach() {
        assertThat(site.visitor().as(SignedIn.someone()).get(PAGE).status()).isEqualTo(403);
        assertThat(site.visitor().get(PAGE).status()).isEqualTo(303);
    }

    @Test
    void buyerSeesTheTicketWithItsCode() {
        services()
                .on("GET /api/orders/" + Site.ORDER_ID, 200, Site.order("complete", null))
                .on("HEAD " + API, 200, "", Map.of("Content-Type", "application/pdf"));

        var page = site.visitor().as(SignedIn.someone()).get(Site.ORDER_PAGE + "/ticket");

        assertThat(page.text(".pass h1")).isEqualTo("Concert");
        assertThat(page.html().select(".pass img[src='" + API + "?as=code']")).hasSize(1);
        assertThat(page.html().select("a[download][href='" + API + "']")).hasSize(1);
        assertThat(page.html().select("a[href='/api/orders/" + Site.ORDER_ID + "/ticket.pdf']"))
                .hasSize(1);
    }

    @Test
    void buyerIsToldThatTheTicketFollows() {
        services()
                .on("GET /api/orders/" + Site.ORDER_ID, 200, Site.order("complete", null))
                .on("HEAD " + API, 404, "");

        var page = site.visitor().as(SignedIn.someone()).get(Site.ORDER_PAGE + "/ticket");

        assertThat(page.text(".pass")).contains("The seller has not handed over the ticket yet");
        assertThat(page.html().select(".pass img")).isEmpty();
    }

    @Test
    void unpaidOrderHasNoTicket() {
        services().on("GET /api/orders/" + Site.ORDER_ID, 200, Site.order("created", null));

        assertThat(site.visitor()
                        .as(SignedIn.someone())
                        .get(Site.ORDER_PAGE + "/ticket")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void sellerChoosesAnEventAndListsASeat() {
        services()
                .on("GET /api/events", 200, "[" + EVENT + "]")
                .on("GET /api/events/6b0028613e6a648727960be0", 200, EVENT)
                .on("POST /api/tickets", 201, Site.ticket("available"));
        var found = seller().get("/tickets/new/event?q=traviata");
        assertThat(services().call("GET /api/events").query()).contains("q=traviata", "all=true");
        assertThat(found.html().select("a[href='/tickets/new?event=6b0028613e6a648727960be0']"))
                .hasSize(1);
        assertThat(seller().get("/tickets/new?event=6b0028613e6a648727960be0").value("[name=eventId]"))
                .isEqualTo("6b0028613e6a648727960be0");

        var page = seller().post(
                        "/tickets/new",
                        Map.of(
                                "title", "",
                                "eventId", "6b0028613e6a648727960be0",
                                "section", "Parquet",
                                "row", "3",
                                "number", "",
                                "price", "20",
                                "faceValue", "25.50",
                                "currency", "usd",
                                "restrictions", "side-view",
                                "notes", "Gate B"));

        assertThat(page.status()).isEqualTo(303);
        assertThat(services().call("POST /api/tickets").body())
                .contains("\"eventId\":\"6b0028613e6a648727960be0\"", "\"section\":\"Parquet\"", "\"row\":\"3\"")
                .contains("\"faceValue\":\"25.50\"", "\"restrictions\":[\"side-view\"]", "\"notes\":\"Gate B\"")
                .doesNotContain("\"title\"", "\"number\"", "\"admission\"");
    }

    @Test
    void editShowsTheDetailsAndRemovesWhatIsEmptied() {
        var seated = Site.ticket("available")
                .replace(
                        "\"added\"",
                        "\"seat\":{\"row\":\"3\",\"number\":\"12\"},\"notes\":\"Gate B\",\"faceValue\":25.00,"
                                + "\"restrictions\":[\"side-view\"],\"added\"");
        services()
                .on("GET /api/tickets/" + Site.TICKET_ID, 200, seated)
                .on("PUT /api/tickets/" + Site.TICKET_ID, 200, seated);
        var form = seller().get(Site.TICKET_PAGE + "/edit");
        assertThat(form.value("[name=row]")).isEqualTo("3");
        assertThat(form.value("[name=number]")).isEqualTo("12");
        assertThat(form.value("[name=faceValue]")).isEqualTo("25.00");
        assertThat(form.text("textarea[name=notes]")).isEqualTo("Gate B");
        assertThat(form.html().select("input[name=restrictions][checked]").eachAttr("value"))
                .containsExactly("side-view");
        assertThat(seller().get(Site.TICKET_PAGE + "/another").value("[name=number]"))
                .isEmpty();

        seller().post(
                        Site.TICKET_PAGE + "/edit",
                        Map.of("version", "0", "title", "Concert", "price", "20", "row", "4", "notes", " "));

        assertThat(services().call("PUT /api/tickets/" + Site.TICKET_ID).body())
                .contains("\"seat\":{\"row\":\"4\"}", "\"notes\":null", "\"restrictions\":null", "\"faceValue\":null");
    }

    @Test
    void sellerAddsAnEvent() {
        services().on("POST /api/events", 201, EVENT);

        var page = seller().post(
                        "/tickets/new/event",
                        Map.of(
                                "name",
                                "La Traviata",
                                "venue",
                                "Grand Hall",
                                "city",
                                "Vienna",
                                "country",
                                "AT",
                                "startsAt",
                                "2126-12-24T20:00"));

        assertThat(page.header("Location")).isEqualTo("/tickets/new?event=6b0028613e6a648727960be0");
        assertThat(services().call("POST /api/events").body()).contains("\"country\":\"AT\"");
    }

    @Test
    void eventWithAnUnclearZoneAsksForIt() {
        services().refuses("POST /api/events", 400, "validation-failed", "x", "timeZone");

        var page = seller().post("/tickets/new/event", Map.of("name", "Rodeo", "country", "US"));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.html().select("input[name=timeZone]")).hasSize(1);
        assertThat(page.html().getElementById("timeZone-error").text()).contains("Europe/Berlin");
        assertThat(page.value("[name=name]")).isEqualTo("Rodeo");
    }

    private Browser seller() {
        return site.visitor().as(new SignedIn(Site.SELLER_ID, "seller@example.com"));
    }

    private StubServices services() {
        return site.services();
    }
}
