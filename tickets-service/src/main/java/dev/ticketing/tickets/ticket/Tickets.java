package dev.ticketing.tickets.ticket;

import java.util.Optional;
import org.springframework.data.repository.CrudRepository;

/** All listed tickets; the search finds those on sale. */
public interface Tickets extends CrudRepository<Ticket, String> {

    /** The one listing with the code of this fingerprint. */
    Optional<Ticket> findByContentCode(String fingerprint);
}
