package dev.ticketing.payments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Stripe sandbox as a process of its own, from the jar that its module has built; one for this JVM. */
public final class Sandbox {

    public static final String KEY = "sk_test_payments";
    public static final String WEBHOOK_SECRET = "whsec_payments";

    /** A fault: the answer comes when nobody waits for it any more, on however busy a machine. */
    public static final String NO_ANSWER = "\"delayAfterMs\":60000";

    private static final Path JAR = Path.of("../infra/stripe-sandbox/target/stripe-sandbox-1.0.0-SNAPSHOT.jar");
    private static final String READY = "Tomcat started on port ";
    private static final String ADDRESS = start();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    static {
        warmUp();
    }

    /** A PaymentIntent in the ledger; minor units. */
    public record Entry(String id, long amount, String currency, String status, long amountReceived, long refunded) {}

    private Sandbox() {}

    /** Points the service under test at the sandbox. */
    public static void configure(DynamicPropertyRegistry properties) {
        properties.add("ticketing.stripe.api-base", () -> ADDRESS);
        properties.add("ticketing.stripe.key", () -> KEY);
        properties.add("ticketing.stripe.webhook-secret", () -> WEBHOOK_SECRET);
        properties.add("ticketing.stripe.read-timeout", () -> "4s");
    }

    private static String start() {
        try {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx256m",
                            "-jar",
                            JAR.toString(),
                            "--server.port=0")
                    .redirectErrorStream(true)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return "http://127.0.0.1:" + port(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On a busy machine the first payment of a cold process takes longer than the service waits. */
    private static void warmUp() {
        call(
                "/v1/payment_intents",
                "amount=1999",
                "currency=usd",
                "payment_method_types%5B%5D=card",
                "confirm=true",
                "payment_method=pm_card_visa");
    }

    private static String port(Process process) throws IOException {
        var log = process.inputReader();
        for (var line = log.readLine(); line != null; line = log.readLine()) {
            var at = line.indexOf(READY);
            if (at >= 0) {
                Thread.ofVirtual().start(() -> log.lines().forEach(ignored -> {}));
                return line.substring(at + READY.length()).split(" ")[0];
            }
        }
        throw new IllegalStateException(JAR.toAbsolutePath() + " did not start (expected: built by its module)");
    }

    /** The PaymentIntents that were made for an order. */
    public static List<Entry> ledger(String orderId) {
        return StreamSupport.stream(
                        get("/_sandbox/ledger").path("paymentIntents").spliterator(), false)
                .filter(entry -> entry.at("/metadata/orderId").asString("").equals(orderId))
                .map(entry -> new Entry(
                        entry.path("id").asString(),
                        entry.path("amount").asLong(),
                        entry.path("currency").asString(),
                        entry.path("status").asString(),
                        entry.path("amountReceived").asLong(),
                        entry.path("refunded").asLong()))
                .toList();
    }

    /** What Stripe would send about a PaymentIntent, oldest first. */
    public static List<JsonNode> events(String type, String intentId) {
        return StreamSupport.stream(
                        get("/v1/events?limit=100&type=" + type).path("data").spliterator(), false)
                .filter(event -> event.at("/data/object/id").asString("").equals(intentId))
                .toList()
                .reversed();
    }

    /** What goes wrong with the next calls, see the sandbox's {@code Fault}. */
    public static void fault(String json) {
        send(request("/_sandbox/faults")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    public static void noFaults() {
        send(request("/_sandbox/faults").DELETE());
    }

    /** The buyer completes or fails what the page of his bank asks. */
    public static void prove(String nextActionUrl, boolean successfully) {
        send(HttpRequest.newBuilder(URI.create(nextActionUrl))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("outcome=" + (successfully ? "complete" : "fail"))));
    }

    /** Does something at Stripe behind the service's back. */
    public static JsonNode call(String path, String... form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", Arrays.asList(form)))));
    }

    private static JsonNode get(String path) {
        return send(request(path).GET());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(ADDRESS + path)).header("Authorization", "Bearer " + KEY);
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException("sandbox: " + answer.statusCode() + " " + answer.body());
            }
            return answer.body().startsWith("{") || answer.body().startsWith("[")
                    ? JSON.readTree(answer.body())
                    : JSON.nullNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
