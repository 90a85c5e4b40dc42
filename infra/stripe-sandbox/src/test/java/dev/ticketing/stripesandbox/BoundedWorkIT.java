package dev.ticketing.stripesandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.ticketing.testing.load.BoundedWork;
import dev.ticketing.testing.load.NastyTexts;
import java.net.URLEncoder;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** No text that the sandbox accepts costs more than its length. */
class BoundedWorkIT extends SandboxTest {

    private static final String INTENT = "amount=1999&currency=usd&";
    private static final String CARD = "type=card&card[exp_month]=12&card[exp_year]=2040&";

    @TestFactory
    Stream<DynamicTest> aFieldCostsNoMoreThanItsLength() {
        return Stream.of(
                        "/v1/payment_intents currency=usd&amount=",
                        "/v1/payment_intents amount=1999&currency=",
                        "/v1/payment_intents " + INTENT + "payment_method=",
                        "/v1/payment_intents " + INTENT + "confirmation_token=",
                        "/v1/payment_intents " + INTENT + "capture_method=",
                        "/v1/payment_intents " + INTENT + "confirm=",
                        "/v1/payment_intents " + INTENT + "metadata[a]=",
                        "/v1/payment_intents " + INTENT + "expand[]=",
                        "/v1/payment_methods " + CARD + "card[number]=",
                        "/v1/payment_methods " + CARD + "card[number]=4242424242424242&card[cvc]=",
                        "/v1/payment_methods " + CARD + "card[token]=",
                        "/v1/payment_methods type=",
                        "/v1/refunds payment_intent=",
                        "/v1/refunds payment_intent=pi_1&reason=")
                .map(call -> bounded(
                        call, text -> sandbox.post(path(call), rest(call) + encoded(text)), NastyTexts.forBodies()));
    }

    @TestFactory
    Stream<DynamicTest> aNameCostsNoMoreThanItsLength() {
        return Stream.of("metadata[%s]", "%s", "metadata%s", "expand[%s]", "card[%s]")
                .map(name -> bounded(
                        name,
                        text -> sandbox.post(
                                "/v1/payment_intents", INTENT + encoded(name.formatted(text)) + "=a&confirm=a"),
                        NastyTexts.forBodies()));
    }

    @TestFactory
    Stream<DynamicTest> fieldsCostNoMoreThanTheirNumber() {
        return Stream.of("expand[]=latest_charge&", "metadata[a]=b&", "amount=1&", "=&")
                .map(field -> bounded(
                        field,
                        text -> sandbox.post("/v1/payment_intents", INTENT + text),
                        Stream.of(500, 1_000).map(field::repeat)));
    }

    /** A charge names its PaymentIntent, which names its charge. */
    @TestFactory
    Stream<DynamicTest> expandingCostsNoMoreThanItsLength() {
        var paid = INTENT + "confirm=true&payment_method=pm_card_visa&automatic_payment_methods[enabled]=true"
                + "&automatic_payment_methods[allow_redirects]=never&expand[]=latest_charge";
        return Stream.of(bounded(
                "expand[]",
                text -> sandbox.post("/v1/payment_intents", paid + text),
                Stream.of(200, 2_000).map(".payment_intent.latest_charge"::repeat)));
    }

    @TestFactory
    Stream<DynamicTest> aParameterCostsNoMoreThanItsLength() {
        return Stream.of("/v1/payment_intents/search query", "/v1/payment_intents created[gte]", "/v1/events type")
                .map(list -> bounded(
                        list,
                        text -> get(path(list) + "?" + encoded(rest(list)) + "=" + encoded(text)),
                        Stream.concat(NastyTexts.forParameters(), searches())));
    }

    private static Stream<String> searches() {
        return Stream.of("status:'a' AND ", "metadata['a']:'b' AND ", " AND ", "metadata['", "status:'")
                .map(part -> part.repeat(600 / part.length()));
    }

    @TestFactory
    Stream<DynamicTest> anIdCostsNoMoreThanItsLength() {
        return Stream.of("/v1/payment_intents/", "/v1/payment_methods/", "/v1/tokens/", "/v1/refunds/")
                .map(route -> bounded(route, text -> get(route + encoded(text)), NastyTexts.forPaths()));
    }

    @TestFactory
    Stream<DynamicTest> aHeaderCostsNoMoreThanItsLength() {
        return Stream.of("Idempotency-Key", "Accept", "Stripe-Version")
                .map(name -> bounded(
                        name,
                        text -> sandbox.post("/v1/payment_intents", INTENT, name, text),
                        NastyTexts.forHeaders()));
    }

    private void get(String path) {
        sandbox.get(path, "Authorization", "Bearer sk_test_ticketing");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String path(String call) {
        return call.split(" ")[0];
    }

    private static String rest(String call) {
        return call.split(" ")[1];
    }

    private static DynamicTest bounded(String name, Consumer<String> send, Stream<String> texts) {
        return dynamicTest(name, () -> BoundedWork.isProportionalToTheLength(send, texts));
    }
}
