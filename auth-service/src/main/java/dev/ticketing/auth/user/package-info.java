/**
 * Accounts: signing up, signing in, and ending all sessions of an account; {@link dev.ticketing.auth.user.UserService}
 * shows how.
 */
package dev.ticketing.auth.user;
