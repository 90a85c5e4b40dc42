/**
 * Auth: who has an account, and who is signed in.
 *
 * <ul>
 *   <li>owns {@link dev.ticketing.auth.user.User}; an address has one account by a unique index
 *   <li>signs the session tokens that every service verifies, and publishes the keys for it
 *   <li>publishes no events and hears none; ended sessions go into the bucket of {@link dev.ticketing.web.RevokedSessions}
 * </ul>
 */
package dev.ticketing.auth;
