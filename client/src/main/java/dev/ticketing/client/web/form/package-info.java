/** The errors of a form, in the visitor's language, and its stored input. */
package dev.ticketing.client.web.form;
