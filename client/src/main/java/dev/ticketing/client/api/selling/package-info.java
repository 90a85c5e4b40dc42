/** What a seller writes and attaches. */
@NullMarked
package dev.ticketing.client.api.selling;

import org.jspecify.annotations.NullMarked;
