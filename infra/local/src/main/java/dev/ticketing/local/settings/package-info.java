/** What to start, where, and with which addresses, limits and secrets. */
package dev.ticketing.local.settings;
