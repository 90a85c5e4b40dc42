package dev.ticketing.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwsHeader;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.LocatorAdapter;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells a good session token from a bad one: signed with EdDSA by a known key, for us, not expired, not signed out. Asks
 * nobody, except for the keys now and then.
 */
public final class SessionVerifier {

    public static final String ISSUER = "https://ticketing.dev/auth";
    public static final String AUDIENCE = "ticketing";
    public static final String EMAIL_CLAIM = "email";

    private static final String VERIFIED = SessionVerifier.class.getName() + ".session";

    /** A signature costs a third of a simple request; a key that is withdrawn counts for this much longer. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private static final int MOST = 5_000;

    private final JwtParser parser;
    private final RevokedSessions revoked;
    private final Clock clock;
    private final Cache<String, Session> verified = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST)
            .executor(Runnable::run)
            .build();

    SessionVerifier(PublicKeys keys, RevokedSessions revoked, Clock clock) {
        this.revoked = revoked;
        this.clock = clock;
        this.parser = Jwts.parser()
                .sig()
                .clear()
                .add(Jwts.SIG.EdDSA)
                .and()
                .keyLocator(new LocatorAdapter<>() {
                    @Override
                    protected Key locate(JwsHeader header) {
                        return header.getKeyId() == null
                                ? null
                                : keys.find(header.getKeyId()).orElse(null);
                    }
                })
                .requireIssuer(ISSUER)
                .requireAudience(AUDIENCE)
                .clock(() -> Date.from(clock.instant()))
                .build();
    }

    /** The session that a request comes with, if any; verified once, however many parts of its answer ask. */
    @SuppressWarnings("unchecked")
    public Optional<Session> sessionOf(HttpServletRequest request) {
        var known = (Optional<Session>) request.getAttribute(VERIFIED);
        if (known == null) {
            known = SessionCookie.token(request).flatMap(this::verify);
            request.setAttribute(VERIFIED, known);
        }
        return known;
    }

    /** The session of a token; empty for a bad, expired or revoked one. */
    public Optional<Session> verify(String token) {
        return Optional.ofNullable(verified.get(token, this::parse))
                .filter(session -> !clock.instant().isAfter(session.expiresAt()))
                .filter(session -> !revoked.contains(session));
    }

    /** {@code null}, which is not remembered, if it is bad. */
    private Session parse(String token) {
        try {
            return session(parser.parseSignedClaims(token).getPayload()).orElse(null);
        } catch (JwtException | IllegalArgumentException e) {
            return null;
        }
    }

    private static Optional<Session> session(Claims claims) {
        var email = claims.get(EMAIL_CLAIM, String.class);
        var complete = Stream.of(
                        claims.getId(), claims.getSubject(), email, claims.getIssuedAt(), claims.getExpiration())
                .noneMatch(Objects::isNull);
        return complete
                ? Optional.of(new Session(
                        claims.getId(),
                        new CurrentUser(claims.getSubject(), email),
                        claims.getIssuedAt().toInstant(),
                        claims.getExpiration().toInstant()))
                : Optional.empty();
    }
}
