/**
 * Auth: accounts and sessions.
 * <ul>
 * <li>owns {@link dev.ticketing.auth.user.User}; a unique index allows one account per address
 * <li>signs the session tokens that every service verifies, and publishes the public keys
 * <li>publishes and consumes no events; stores ended sessions in the bucket of
 * {@link dev.ticketing.web.session.RevokedSessions}
 * </ul>
 */
@NullMarked
package dev.ticketing.auth;

import org.jspecify.annotations.NullMarked;
