/**
 * The pages. Owns nothing and keeps nothing: {@code web} renders what {@code api} learns from the services' HTTP API, with
 * the visitor's own session. Publishes nothing; hears which sessions have ended.
 */
package dev.ticketing.client;
