package dev.ticketing.orders.ticket;

import org.springframework.data.repository.CrudRepository;

/** The replicas, by ticket id. */
public interface Tickets extends CrudRepository<Ticket, String> {}
