package dev.ticketing.tickets.ticket;

import org.springframework.data.repository.CrudRepository;

/** All listed tickets; the search finds those on sale. */
public interface Tickets extends CrudRepository<Ticket, String> {}
