package dev.ticketing.web.session;

import java.time.Duration;
import java.time.Instant;

/**
 * Sessions that ended before their tokens expire: single ones by token id, all of a user's by a not-before time. Shared
 * by all services; an entry lives as long as a token can.
 */
public final class RevokedSessions {

    /** The lifetime of a session token. */
    public static final Duration TOKEN_LIFETIME = Duration.ofDays(7);

    private final ReplicatedMap entries;

    public RevokedSessions(ReplicatedMap entries) {
        this.entries = entries;
    }

    /** Ends one session. */
    public void revoke(Session session) {
        entries.put("token." + session.tokenId(), "");
    }

    /** Ends all sessions of a user issued before {@code notBefore}, which is in whole seconds like a token's time. */
    public void revokeAll(String userId, Instant notBefore) {
        entries.put("user." + userId, Long.toString(notBefore.getEpochSecond()));
    }

    boolean contains(Session session) {
        return entries.get("token." + session.tokenId()).isPresent()
                || entries.get("user." + session.user().id())
                        .map(Long::parseLong)
                        .filter(notBefore -> session.issuedAt().getEpochSecond() < notBefore)
                        .isPresent();
    }
}
