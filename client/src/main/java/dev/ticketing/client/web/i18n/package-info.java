/** Language, region and currency of a visitor: the formats of amounts and times. */
package dev.ticketing.client.web.i18n;
