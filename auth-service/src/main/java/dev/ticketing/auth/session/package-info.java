/** Session tokens: the keys that sign them, how they start and how they end before their time. */
package dev.ticketing.auth.session;
