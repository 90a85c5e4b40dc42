/** State that the visitor's browser stores for the pages. */
package dev.ticketing.client.web.cookie;
