/**
 * The events that services exchange: one sealed interface per publisher, one record per subject, no framework.
 *
 * <p>Within a major version of a subject only optional (nullable) components are added, and consumers ignore unknown
 * ones. Any other change is a new major version beside the old one. The compact constructor checks mandatory
 * references, because JSON mappers silently use {@code null} for a missing reference. Money is always in minor units
 * ({@code priceMinor}, {@code amountMinor}) beside an ISO 4217 currency in lower case.
 */
@NullMarked
package dev.ticketing.events;

import org.jspecify.annotations.NullMarked;
