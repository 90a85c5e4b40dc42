package dev.ticketing.tickets.ticket;

/** The valid data of a listing. */
record Listing(String title, Price price) {}
