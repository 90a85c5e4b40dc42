package dev.ticketing.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody answers in the place of Stripe. */
class StripeAnswersTest {

    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final List<String> called = new ArrayList<>();
    private HttpServer server;

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private StripeApi askedAt(HttpServer started, String scheme) {
        server = started;
        server.start();
        var base = URI.create(scheme + "://localhost:" + server.getAddress().getPort());
        var settings = new StripeSettings(
                "sk_test_x", null, "whsec_x", base, "", Duration.ofSeconds(5), Duration.ofSeconds(20));
        return new StripeApi(new StripeConfiguration().stripeClient(settings));
    }

    private HttpServer plain() throws IOException {
        return HttpServer.create(ANY_PORT, 0);
    }

    @Test
    void responseIsRead() throws Exception {
        var http = plain();
        answer(http, 200, "{\"id\":\"pi_1\",\"object\":\"payment_intent\",\"status\":\"canceled\"}");

        assertThat(askedAt(http, "http").retrieve("pi_1").id()).isEqualTo("pi_1");
    }

    @Test
    void endlessResponseIsNotReadToItsEnd() throws Exception {
        var http = plain();
        answer(http, 200, "{\"id\":\"" + "x".repeat(BoundedHttpClient.LONGEST_ANSWER) + "\"}");
        var intents = askedAt(http, "http");

        assertThatExceptionOfType(StripeUnavailable.class).isThrownBy(() -> intents.retrieve("pi_1"));
    }

    @Test
    void redirectIsNotFollowed() throws Exception {
        var http = plain();
        http.createContext("/elsewhere", exchange -> called.add("elsewhere"));
        answer(http, 302, "");
        var intents = askedAt(http, "http");

        assertThatExceptionOfType(StripeUnavailable.class).isThrownBy(() -> intents.retrieve("pi_1"));
        assertThat(called).isEmpty();
    }

    @Test
    void certificateOfSomeoneElseIsRefused(@TempDir Path folder) throws Exception {
        var https = HttpsServer.create(ANY_PORT, 0);
        https.setHttpsConfigurator(new HttpsConfigurator(signedByItself(folder.resolve("store"))));
        https.createContext("/", exchange -> called.add("stripe"));
        var intents = askedAt(https, "https");

        assertThatExceptionOfType(StripeUnavailable.class)
                .isThrownBy(() -> intents.retrieve("pi_1"))
                .satisfies(
                        refusal -> assertThat(refusal).hasStackTraceContaining(SSLHandshakeException.class.getName()));
        assertThat(called).isEmpty();
    }

    private static void answer(HttpServer http, int status, String body) {
        http.createContext("/v1", exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private static SSLContext signedByItself(Path store) throws Exception {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command =
                "-genkeypair -storetype PKCS12 -keystore %s -storepass changeit -alias stripe -keyalg EC -dname CN=localhost";
        var arguments = new ArrayList<>(List.of(keytool));
        arguments.addAll(List.of(command.formatted(store).split(" ")));
        assertThat(new ProcessBuilder(arguments).start().waitFor()).isZero();
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        try (var file = Files.newInputStream(store)) {
            var keyStore = KeyStore.getInstance("PKCS12");
            keyStore.load(file, PASSWORD);
            keys.init(keyStore, PASSWORD);
        }
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
