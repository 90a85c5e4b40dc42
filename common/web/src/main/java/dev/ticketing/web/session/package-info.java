/** The visitor's session: its cookie, the verification of its token, and the sessions that have ended. */
@NullMarked
package dev.ticketing.web.session;

import org.jspecify.annotations.NullMarked;
