/**
 * The whole suite on one machine: backing services, applications and front door as processes of their own. {@link
 * dev.ticketing.local.Suite} starts and stops them; {@code ./dev up} is a command over it, system tests use it too.
 */
package dev.ticketing.local;
