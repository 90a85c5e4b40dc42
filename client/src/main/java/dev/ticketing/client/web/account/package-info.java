/** Signing up, in and out; auth-service alone knows passwords and makes sessions. */
package dev.ticketing.client.web.account;
