/** Accounts: signing up, signing in, and ending all sessions of one; {@link dev.ticketing.auth.user.UserService} tells how. */
package dev.ticketing.auth.user;
