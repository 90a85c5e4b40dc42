/**
 * Accounts: signing up, signing in, and ending all sessions of an account; {@link dev.ticketing.auth.user.UserService}
 * shows how.
 */
@NullMarked
package dev.ticketing.auth.user;

import org.jspecify.annotations.NullMarked;
