package dev.ticketing.web.session;

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
import org.jspecify.annotations.Nullable;

/**
 * Verifies session tokens: signed with EdDSA by a known key, for this suite, not expired, not revoked. Needs no other
 * service, except to fetch keys now and then.
 */
public final class SessionVerifier {

    public static final String ISSUER = "https://ticketing.dev/auth";
    public static final String AUDIENCE = "ticketing";
    public static final String EMAIL_CLAIM = "email";

    private static final String VERIFIED = SessionVerifier.class.getName() + ".session";

    /** Verifying a signature takes a third of a simple request; a withdrawn key stays valid for this much longer. */
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

    public SessionVerifier(PublicKeys keys, RevokedSessions revoked, Clock clock) {
        this.revoked = revoked;
        this.clock = clock;
        this.parser = Jwts.parser()
                .sig()
                .clear()
                .add(Jwts.SIG.EdDSA)
                .and()
                .keyLocator(new LocatorAdapter<>() {
                    @Override
                    protected @Nullable Key locate(JwsHeader header) {
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

    /** The first valid session of a request, if any; verified once, however often it is needed. */
    @SuppressWarnings("unchecked")
    public Optional<Session> sessionOf(HttpServletRequest request) {
        var known = (Optional<Session>) request.getAttribute(VERIFIED);
        if (known == null) {
            known = SessionCookie.tokens(request).stream()
                    .flatMap(token -> verify(token).stream())
                    .findFirst();
            request.setAttribute(VERIFIED, known);
        }
        return known;
    }

    /** The result of {@link #sessionOf} for this request; empty if it has not been called yet. */
    @SuppressWarnings("unchecked")
    public static Optional<Session> known(HttpServletRequest request) {
        var known = (Optional<Session>) request.getAttribute(VERIFIED);
        return known == null ? Optional.empty() : known;
    }

    /** The session of a token; empty for an invalid, expired or revoked one. */
    public Optional<Session> verify(String token) {
        return Optional.ofNullable(verified.get(token, this::parse))
                .filter(session -> !clock.instant().isAfter(session.expiresAt()))
                .filter(session -> !revoked.contains(session));
    }

    /** {@code null}, which is not cached, if the token is invalid. */
    private @Nullable Session parse(String token) {
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
