package dev.ticketing.orders.hold;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The network that an order was placed from. An address is personal data, so it is stored apart from the order and
 * deleted after a day.
 */
@Document("holdClients")
record HoldClient(
        @Id String orderId,
        String client,
        @Indexed(expireAfter = "0s") Instant expiresAt) {}
