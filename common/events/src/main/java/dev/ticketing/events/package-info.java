/**
 * What the services tell each other: one sealed interface per publisher, one record per subject, no framework.
 *
 * <p>Within a major version of a subject only optional (nullable) components are added, and consumers ignore what they
 * do not know; anything else is a new major version beside the old one. Mandatory references are checked in the
 * compact constructor, because JSON mappers fill in {@code null} for a missing reference without a word. Money is
 * always in minor units ({@code priceMinor}, {@code amountMinor}) beside an ISO 4217 currency in lower case.
 */
package dev.ticketing.events;
