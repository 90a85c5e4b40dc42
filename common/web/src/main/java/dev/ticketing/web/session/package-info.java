/** The visitor's session: its cookie, the verification of its token, and the sessions that have ended. */
package dev.ticketing.web.session;
