/** Shared by all pages: the visitor, error pages, and the browser's permissions. */
package dev.ticketing.client.web.site;
