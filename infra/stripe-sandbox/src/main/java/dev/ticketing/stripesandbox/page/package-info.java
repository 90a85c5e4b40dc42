/** The layout of the sandbox's own pages. */
package dev.ticketing.stripesandbox.page;
