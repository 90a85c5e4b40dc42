package dev.ticketing.client.web.site;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.ticketing.client.testing.PageTest;
import dev.ticketing.client.testing.Site;
import dev.ticketing.testing.SignedIn;
import dev.ticketing.testing.load.BoundedWork;
import dev.ticketing.testing.load.NastyTexts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** No text that a page accepts costs more than its length. */
@PageTest
class BoundedWorkIT {

    private static final String ORDER = "/orders/5f0000000000000000000003";

    @Autowired
    Site site;

    @BeforeEach
    void usualDay() {
        site.usual();
    }

    @TestFactory
    Stream<DynamicTest> aFieldOfAFormCostsNoMoreThanItsLength() {
        var seller = site.visitor().as(SignedIn.someone());
        return Stream.of(
                        "/auth/signup email",
                        "/auth/signup next",
                        "/auth/signin password",
                        "/tickets/new title",
                        "/tickets/new price",
                        "/tickets/new currency",
                        "/language language",
                        "/language next",
                        "/orders ticketId",
                        ORDER + " number",
                        ORDER + " expiry",
                        ORDER + " cvc",
                        ORDER + " token")
                .map(route -> dynamicTest(route, () -> {
                    var path = route.split(" ")[0];
                    var field = route.split(" ")[1];
                    BoundedWork.isProportionalToTheLength(text -> seller.post(path, Map.of(field, text)), formTexts());
                }));
    }

    /** A form takes up to nine bytes per character, and 64 KiB are read. */
    private static Stream<String> formTexts() {
        return NastyTexts.forBodies().map(text -> text.substring(0, Math.min(text.length(), 6_000)));
    }

    @TestFactory
    Stream<DynamicTest> aParameterCostsNoMoreThanItsLength() {
        return Stream.of(
                        "/?q=",
                        "/?minPrice=",
                        "/?maxPrice=",
                        "/?currency=",
                        "/?sort=",
                        "/?cursor=",
                        "/auth/signin?next=",
                        "/selling?status=",
                        "/orders?status=")
                .map(address -> dynamicTest(
                        address,
                        () -> BoundedWork.isProportionalToTheLength(
                                text -> site.visitor().get(address + URLEncoder.encode(text, StandardCharsets.UTF_8)),
                                NastyTexts.forParameters())));
    }

    @TestFactory
    Stream<DynamicTest> aHeaderCostsNoMoreThanItsLength() {
        return Stream.of("Cookie", "Accept-Language", "If-None-Match", "HX-Request", "Referer")
                .map(name -> dynamicTest(
                        name,
                        () -> BoundedWork.isProportionalToTheLength(
                                text -> site.visitor()
                                        .with(name, name.equals("Cookie") ? "search=" + text : text)
                                        .get("/?q=x"),
                                NastyTexts.forHeaders())));
    }
}
