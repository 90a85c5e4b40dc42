package dev.ticketing.orders.hold;

import java.util.Collection;
import java.util.List;
import org.springframework.data.mongodb.repository.MongoRepository;

/** The networks of the orders of the last day. */
interface HoldClients extends MongoRepository<HoldClient, String> {

    List<HoldClient> findByOrderIdInAndClient(Collection<String> orderIds, String client);
}
