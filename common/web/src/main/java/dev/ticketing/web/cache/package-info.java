/** A micro-cache of responses that are the same for every caller (ADR 0020). */
package dev.ticketing.web.cache;
