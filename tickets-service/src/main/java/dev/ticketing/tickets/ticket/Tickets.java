package dev.ticketing.tickets.ticket;

import org.springframework.data.repository.CrudRepository;

/** All listed tickets; {@link TicketSearch} finds those on sale. */
interface Tickets extends CrudRepository<Ticket, String> {}
