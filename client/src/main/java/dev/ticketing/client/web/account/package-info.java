/** Signing up, in and out; only auth-service sees passwords and creates sessions. */
package dev.ticketing.client.web.account;
