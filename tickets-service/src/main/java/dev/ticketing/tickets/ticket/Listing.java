package dev.ticketing.tickets.ticket;

/** What a seller says of a ticket, checked. */
record Listing(String title, Price price) {}
