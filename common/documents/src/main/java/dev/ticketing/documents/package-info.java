/**
 * MongoDB as all services with documents use it: awaited at the start, with timeouts of our own and a health check, and
 * with methods that run again after a conflict ({@link dev.ticketing.documents.RetryOnConflict}).
 */
package dev.ticketing.documents;
