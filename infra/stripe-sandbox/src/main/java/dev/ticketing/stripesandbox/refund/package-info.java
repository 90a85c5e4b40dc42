/** Refunds of captured charges, never more than the captured amount. */
package dev.ticketing.stripesandbox.refund;
