package dev.ticketing.testing;

import io.jsonwebtoken.security.Jwks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.KeyPair;
import java.security.PublicKey;

/** The key that signs session tokens in this JVM's tests, published in a file as auth-service would. */
final class SigningKey {

    static final String ID = "test";
    static final KeyPair PAIR = Jwks.CRV.Ed25519.keyPair().build();

    private static final URI JWKS = publish(PAIR.getPublic());

    private SigningKey() {}

    static URI jwksAddress() {
        return JWKS;
    }

    private static URI publish(PublicKey key) {
        var jwk = Jwks.builder().key(key).id(ID).build();
        try {
            var file = Files.createTempFile("jwks", ".json");
            file.toFile().deleteOnExit();
            Files.writeString(file, "{\"keys\":[" + Jwks.json(jwk) + "]}");
            return file.toUri();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
