/** The errors of a form, in the visitor's language, and its stored input. */
@NullMarked
package dev.ticketing.client.web.form;

import org.jspecify.annotations.NullMarked;
