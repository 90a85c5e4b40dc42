/** Session tokens: the keys that sign them, and how sessions start and end. */
@NullMarked
package dev.ticketing.auth.session;

import org.jspecify.annotations.NullMarked;
