package dev.ticketing.web;

import dev.ticketing.messaging.SharedKeys;
import java.time.Duration;
import java.time.Instant;

/**
 * The sessions that ended before their tokens expire: single ones by token id, all of a user's by the moment before which
 * they were issued. Shared by all services; an entry lives as long as a token can.
 */
public final class RevokedSessions {

    /** How long a session token is good for. */
    public static final Duration TOKEN_LIFETIME = Duration.ofDays(7);

    private final SharedKeys keys;

    RevokedSessions(SharedKeys keys) {
        this.keys = keys;
    }

    /** Ends one session. */
    public void revoke(Session session) {
        keys.put("token." + session.tokenId(), "");
    }

    /** Ends all sessions of a user that were issued before {@code notBefore}, which is in whole seconds like a token's time. */
    public void revokeAll(String userId, Instant notBefore) {
        keys.put("user." + userId, Long.toString(notBefore.getEpochSecond()));
    }

    boolean contains(Session session) {
        return keys.get("token." + session.tokenId()).isPresent()
                || keys.get("user." + session.user().id())
                        .map(Long::parseLong)
                        .filter(notBefore -> session.issuedAt().getEpochSecond() < notBefore)
                        .isPresent();
    }
}
