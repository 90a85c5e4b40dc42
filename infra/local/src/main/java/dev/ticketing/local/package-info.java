/**
 * The whole suite on one machine: backing services, applications and front door as separate processes.
 * {@link dev.ticketing.local.Suite} starts and stops them; {@code ./dev up} and the system tests use it.
 */
@NullMarked
package dev.ticketing.local;

import org.jspecify.annotations.NullMarked;
