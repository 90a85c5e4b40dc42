package dev.ticketing.tickets.ticket;

import org.springframework.data.repository.CrudRepository;

/** All tickets ever listed; {@link TicketSearch} finds those for sale. */
interface Tickets extends CrudRepository<Ticket, String> {}
