/** The use cases of tickets: sellers list, edit and withdraw them over HTTP; orders reserve, release and buy them. */
@NullMarked
package dev.ticketing.tickets.application;

import org.jspecify.annotations.NullMarked;
