package dev.ticketing.auth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.ticketing.auth.AuthFixture;
import dev.ticketing.testing.MovableClock;
import dev.ticketing.web.session.SessionVerifier;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

class ForgedTokenIT extends AuthFixture {

    @Autowired
    MovableClock clock;

    @Autowired
    SigningKeys keys;

    private final String email = UUID.randomUUID() + "@example.com";

    @TestFactory
    Stream<DynamicTest> forgedTokenIsNotAccepted() {
        var good = signedUp(email).substring("session=".length());
        var parts = good.split("\\.");
        var stranger = Jwks.CRV.Ed25519.keyPair().build().getPrivate();
        return Map.of(
                        "signed by another key",
                                token().signWith(stranger, Jwts.SIG.EdDSA).compact(),
                        "not signed",
                                Jwts.builder()
                                        .header()
                                        .keyId(keys.currentId())
                                        .and()
                                        .subject("x")
                                        .compact(),
                        "signed with a shared secret",
                                token().signWith(Jwts.SIG.HS256.key().build()).compact(),
                        "of an unknown key id",
                                token().header()
                                        .keyId("x")
                                        .and()
                                        .signWith(keys.current(), Jwts.SIG.EdDSA)
                                        .compact(),
                        "of another issuer",
                                token().issuer("https://example.com")
                                        .signWith(keys.current(), Jwts.SIG.EdDSA)
                                        .compact(),
                        "without an end",
                                token().expiration(null)
                                        .signWith(keys.current(), Jwts.SIG.EdDSA)
                                        .compact(),
                        "with another content", parts[0] + "." + altered(parts[1]) + "." + parts[2],
                        "without its signature", parts[0] + "." + parts[1] + ".",
                        "of another sort", "x",
                        "empty", "")
                .entrySet()
                .stream()
                .map(forged -> dynamicTest(
                        forged.getKey(),
                        () -> assertThat(currentUser("session=" + forged.getValue())
                                        .isNull())
                                .isTrue()));
    }

    @Test
    void ownTokenIsAccepted() {
        var token = token().signWith(keys.current(), Jwts.SIG.EdDSA).compact();

        assertThat(currentUser("session=" + token).get("email").asString()).isEqualTo(email);
    }

    /** A valid token except for its signature. */
    private JwtBuilder token() {
        return Jwts.builder()
                .header()
                .keyId(keys.currentId())
                .and()
                .issuer(SessionVerifier.ISSUER)
                .audience()
                .add(SessionVerifier.AUDIENCE)
                .and()
                .id(UUID.randomUUID().toString())
                .subject("5f0000000000000000000001")
                .claim(SessionVerifier.EMAIL_CLAIM, email)
                .issuedAt(Date.from(clock.instant()))
                .expiration(Date.from(clock.instant().plusSeconds(60)));
    }

    private static String altered(String payload) {
        var json = new String(Base64.getUrlDecoder().decode(payload));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.replace("@example.com", "@example.org").getBytes());
    }
}
