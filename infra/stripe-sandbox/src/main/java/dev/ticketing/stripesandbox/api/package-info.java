/** Shared by every route of Stripe's API: parameters, errors, lists, expansion and the chain of filters. */
package dev.ticketing.stripesandbox.api;
