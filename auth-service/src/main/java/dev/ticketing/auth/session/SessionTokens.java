package dev.ticketing.auth.session;

import dev.ticketing.web.session.CurrentUser;
import dev.ticketing.web.session.RevokedSessions;
import dev.ticketing.web.session.SessionVerifier;
import io.jsonwebtoken.Jwts;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Issues session tokens (JWT, RFC 7519), signed with Ed25519, in the form that {@link SessionVerifier} requires. */
@Component
public class SessionTokens {

    private final SigningKeys keys;
    private final Clock clock;

    SessionTokens(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * @param notBefore end of all earlier sessions, in whole seconds: the new session is issued at this time at the
     *     earliest
     */
    public String issue(CurrentUser user, Instant notBefore) {
        var now = clock.instant();
        var issuedAt = now.isBefore(notBefore) ? notBefore : now;
        return Jwts.builder()
                .header()
                .keyId(keys.currentId())
                .and()
                .issuer(SessionVerifier.ISSUER)
                .audience()
                .add(SessionVerifier.AUDIENCE)
                .and()
                .id(UUID.randomUUID().toString())
                .subject(user.id())
                .claim(SessionVerifier.EMAIL_CLAIM, user.email())
                .issuedAt(Date.from(issuedAt))
                .expiration(Date.from(now.plus(RevokedSessions.TOKEN_LIFETIME)))
                .signWith(keys.current(), Jwts.SIG.EdDSA)
                .compact();
    }
}
