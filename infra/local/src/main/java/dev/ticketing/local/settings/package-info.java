/** What to start, where, and with which addresses, limits and secrets. */
@NullMarked
package dev.ticketing.local.settings;

import org.jspecify.annotations.NullMarked;
