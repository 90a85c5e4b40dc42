package dev.ticketing.orders.order;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.repository.MongoRepository;

/** All orders ever placed. */
public interface Orders extends MongoRepository<Order, String> {

    Optional<Order> findByActiveTicketId(String ticketId);

    List<Order> findByUserIdAndStatusInOrderByIdDesc(String userId, Collection<OrderStatus> statuses, Limit limit);

    List<Order> findByUserIdAndStatusInAndIdLessThanOrderByIdDesc(
            String userId, Collection<OrderStatus> statuses, String id, Limit limit);

    List<Order> findByUserIdAndStatusInOrderByExpiresAt(String userId, Collection<OrderStatus> statuses);

    List<Order> findByTicketIdAndCancelReasonInAndCreatedAtAfterOrderByCreatedAtDesc(
            String ticketId, Collection<CancelReason> reasons, Instant after, Limit limit);

    List<Order> findByStatusAndExpiresAtLessThanEqual(OrderStatus status, Instant deadline, Limit limit);
}
