/** Finding tickets, and selling them. */
package dev.ticketing.client.web.ticket;
