/** Where a visitor goes next: always a page of this site. */
package dev.ticketing.client.web.navigation;
