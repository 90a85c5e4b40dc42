/** Language, region and currency of a visitor: the formats of amounts and times. */
@NullMarked
package dev.ticketing.client.web.i18n;

import org.jspecify.annotations.NullMarked;
