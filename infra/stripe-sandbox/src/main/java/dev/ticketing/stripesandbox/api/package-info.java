/** What every route of Stripe's API shares: parameters, errors, lists, expansion and the chain of filters. */
package dev.ticketing.stripesandbox.api;
