/** Refunds of captured charges, never more than was captured. */
package dev.ticketing.stripesandbox.refund;
