/** What all pages share: who is looking, how errors, amounts and times read, what the browser may do. */
package dev.ticketing.client.web.site;
