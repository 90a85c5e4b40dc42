/**
 * MongoDB as all services with documents use it: awaited at startup, with our own timeouts and health check, and with
 * methods that run again after a conflict ({@link dev.ticketing.documents.RetryOnConflict}).
 */
@NullMarked
package dev.ticketing.documents;

import org.jspecify.annotations.NullMarked;
