/** Session tokens: the keys that sign them, and how sessions start and end. */
package dev.ticketing.auth.session;
