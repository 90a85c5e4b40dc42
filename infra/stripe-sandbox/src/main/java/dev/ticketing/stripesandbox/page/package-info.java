/** How the sandbox's own pages look. */
package dev.ticketing.stripesandbox.page;
