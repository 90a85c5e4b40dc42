package dev.ticketing.tickets.ticket;

/** The valid data of a listing. */
public record Listing(String title, Price price) {}
