package dev.ticketing.testing;

import dev.ticketing.web.session.SessionVerifier;
import io.jsonwebtoken.Jwts;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bson.types.ObjectId;

/** A person with a session, signed as by auth-service. */
public record SignedIn(String id, String email) {

    /** A new person. */
    public static SignedIn someone() {
        var id = new ObjectId().toHexString();
        return new SignedIn(id, id + "@example.com");
    }

    /** Value of the {@code Cookie} header. */
    public String cookie() {
        return cookie(Instant.now().plus(Duration.ofHours(1)));
    }

    public String cookie(Instant expiresAt) {
        return "session=" + token(expiresAt);
    }

    private String token(Instant expiresAt) {
        return Jwts.builder()
                .header()
                .keyId(SigningKey.ID)
                .and()
                .issuer(SessionVerifier.ISSUER)
                .audience()
                .add(SessionVerifier.AUDIENCE)
                .and()
                .id(UUID.randomUUID().toString())
                .subject(id)
                .claim(SessionVerifier.EMAIL_CLAIM, email)
                .issuedAt(new Date())
                .expiration(Date.from(expiresAt))
                .signWith(SigningKey.PAIR.getPrivate(), Jwts.SIG.EdDSA)
                .compact();
    }
}
