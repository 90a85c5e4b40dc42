package dev.ticketing.web.session;

import java.time.Instant;

/** A verified session token; see {@link CurrentUser} for its use as a parameter. */
public record Session(String tokenId, CurrentUser user, Instant issuedAt, Instant expiresAt) {}
