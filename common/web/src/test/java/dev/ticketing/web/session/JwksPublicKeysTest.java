package dev.ticketing.web.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.jsonwebtoken.security.Jwks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JwksPublicKeysTest {

    private HttpServer auth;

    @BeforeEach
    void start() throws IOException {
        auth = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/keys", 200, "{\"keys\":[%s]}".formatted(publicKey()));
        answer("/moved", 302, "");
        answer("/nonsense", 200, "<html>");
        auth.start();
    }

    @AfterEach
    void stop() {
        auth.stop(0);
    }

    private static String publicKey() {
        var pair = Jwks.CRV.Ed25519.keyPair().build();
        return Jwks.json(Jwks.builder().octetKey(pair.getPublic()).id("one").build());
    }

    private void answer(String path, int status, String body) {
        auth.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Location", "/keys");
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private PublicKeys keysAt(String path) {
        var address = URI.create("http://localhost:" + auth.getAddress().getPort() + path);
        return new JwksPublicKeys(address, Clock.systemUTC());
    }

    @Test
    void keysAreFoundByTheirId() {
        assertThat(keysAt("/keys").find("one")).isPresent();
        assertThat(keysAt("/keys").find("other")).isEmpty();
    }

    @Test
    void keysOfAnotherAddressAreNotTaken() {
        assertThatExceptionOfType(PublicKeys.Unavailable.class)
                .isThrownBy(() -> keysAt("/moved").find("one"));
    }

    @Test
    void invalidKeySetIsNone() {
        assertThatExceptionOfType(PublicKeys.Unavailable.class)
                .isThrownBy(() -> keysAt("/nonsense").find("one"));
    }
}
