package dev.ticketing.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.web.session.CurrentUser;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.Jwts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import org.junit.jupiter.api.Test;

class SessionTokensTest {

    private static final Instant NOW = Instant.parse("2031-05-06T07:08:09.250Z");

    private final SigningKeys keys = new SigningKeys(JwtKeys.ed25519() + JwtKeys.ed25519());
    private final SessionTokens tokens = new SessionTokens(keys, Clock.fixed(NOW, ZoneOffset.UTC));
    private final CurrentUser ann = new CurrentUser("5f0000000000000000000001", "ann@example.com");

    @Test
    void containsUserIssueAndExpiry() {
        var token = parsed(tokens.issue(ann, Instant.EPOCH));

        assertThat(token.getHeader().getAlgorithm()).isEqualTo("EdDSA");
        assertThat(token.getHeader().getKeyId()).isEqualTo(keys.currentId());
        assertThat(token.getPayload())
                .containsEntry("iss", "https://ticketing.dev/auth")
                .containsEntry("sub", ann.id())
                .containsEntry("email", ann.email())
                .containsEntry("iat", seconds("2031-05-06T07:08:09Z"))
                .containsEntry("exp", seconds("2031-05-13T07:08:09Z"));
        assertThat(token.getPayload().getAudience()).containsExactly("ticketing");
    }

    @Test
    void isIssuedAheadOfTheClockWhereAllSessionsOfThisSecondHaveEnded() {
        var token = parsed(tokens.issue(ann, Instant.parse("2031-05-06T07:08:10Z")));

        assertThat(token.getPayload())
                .containsEntry("iat", seconds("2031-05-06T07:08:10Z"))
                .containsEntry("exp", seconds("2031-05-13T07:08:09Z"));
    }

    @Test
    void noTwoHaveTheSameId() {
        var one = parsed(tokens.issue(ann, Instant.EPOCH)).getPayload().getId();
        var other = parsed(tokens.issue(ann, Instant.EPOCH)).getPayload().getId();

        assertThat(one).isNotBlank().isNotEqualTo(other);
    }

    private Jws<Claims> parsed(String token) {
        return Jwts.parser()
                .verifyWith(keys.find(keys.currentId()).orElseThrow())
                .clock(() -> Date.from(NOW))
                .build()
                .parseSignedClaims(token);
    }

    private static long seconds(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }
}
