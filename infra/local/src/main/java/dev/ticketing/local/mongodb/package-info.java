/**
 * MongoDB's wire protocol on one machine without MongoDB: mongo-java-server over memory, with a journal on disk.
 *
 * <p>Not its H2 backend: that commits once a second, also in the middle of a command, so that a killed process loses
 * what it had acknowledged, and its scans read documents from pages.
 */
package dev.ticketing.local.mongodb;
