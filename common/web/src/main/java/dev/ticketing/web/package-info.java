/**
 * Shared by every service with routes: the user of a request, the form of errors (RFC 9457), refusals before any route.
 */
@NullMarked
package dev.ticketing.web;

import org.jspecify.annotations.NullMarked;
