/**
 * What every process has, whether it has routes, events and documents or not: a clock, settings that are checked before
 * anything starts, and trust in the cluster's certificate authority. Common settings are in {@code process.yaml}.
 */
@NullMarked
package dev.ticketing.process;

import org.jspecify.annotations.NullMarked;
