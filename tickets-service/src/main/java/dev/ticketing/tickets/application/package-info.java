/** The use cases of tickets: sellers list, edit and withdraw them over HTTP; orders reserve, release and buy them. */
package dev.ticketing.tickets.application;
