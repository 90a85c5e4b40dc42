/** Signing up, in and out; only auth-service sees passwords and creates sessions. */
@NullMarked
package dev.ticketing.client.web.account;

import org.jspecify.annotations.NullMarked;
