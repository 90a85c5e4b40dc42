/**
 * MongoDB's wire protocol on one machine without MongoDB: mongo-java-server over memory, with a journal on disk. ADR 0015
 * says why not its H2 backend.
 */
@NullMarked
package dev.ticketing.local.mongodb;

import org.jspecify.annotations.NullMarked;
