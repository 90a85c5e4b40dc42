/**
 * What every process has, whether it has routes, events and documents or not: a clock, settings that are checked before
 * anything starts, and trust in the cluster's certificate authority. Common settings are in {@code process.yaml}.
 */
package dev.ticketing.process;
